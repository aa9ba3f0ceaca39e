-- the whole region
WITH entry AS
(SELECT school_status.school_id AS school_id,
    min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project
GROUP BY school_status.school_id),
flags AS
(SELECT CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN school_status.low_performing THEN :param_3 ELSE :param_4 END END AS listed,
    CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = school.oktmo AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_5 ELSE :param_6 END END AS reported,
    CASE WHEN (EXISTS (SELECT *
FROM road_map_execution
WHERE road_map_execution.school_id = school.school_id AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year)) THEN :param_7 ELSE :param_8 END AS marked,
    CASE WHEN (school_status.school_id IS NOT NULL OR school.school_id IN (SELECT school_status.school_id
FROM school_status
WHERE school_status.year = :year AND school_status.in_project UNION SELECT school_document.school_id
FROM school_document
WHERE school_document.year = :year)) THEN CASE WHEN (school.school_id IN (SELECT school_status.school_id
FROM school_status
WHERE school_status.year = :year AND school_status.in_project UNION SELECT school_document.school_id
FROM school_document
WHERE school_document.year = :year)) THEN :param_9 ELSE :param_10 END END AS in_project,
    CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN (school_status.in_project AND (EXISTS (SELECT *
FROM assessment_result
WHERE assessment_result.school_id = school.school_id AND assessment_result.procedure IN (SELECT shown_indicator.procedure
FROM shown_indicator
WHERE shown_indicator.code = :indicator) AND assessment_result.participants > :participants_1 AND assessment_result.year = :year AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year))))) THEN :param_11 ELSE :param_12 END END AS with_results,
    CASE WHEN (entry.entry_year <= :year) THEN :param_13 ELSE :param_14 END AS ever,
    CASE WHEN (entry.entry_year <= :year AND (EXISTS (SELECT *
FROM assessment_result
WHERE assessment_result.school_id = school.school_id AND assessment_result.procedure IN (SELECT shown_indicator.procedure
FROM shown_indicator
WHERE shown_indicator.code = :indicator) AND assessment_result.participants > :participants_2 AND assessment_result.year <= :year AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year))))) THEN :param_15 ELSE :param_16 END AS ever_with_results
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
WHERE municipality.region = :region)
SELECT steps.position,
    steps.step,
    steps.schools,
    steps."both"
FROM (SELECT :param_1 AS position, :param_2 AS step, CAST(sum(flags.listed) AS BIGINT) AS schools, CAST(sum(flags.listed * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_17 AS position,
    :param_18 AS step,
    CAST(sum(flags.reported) AS BIGINT) AS schools,
    CAST(sum(flags.reported * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_19 AS position,
    :param_20 AS step,
    CAST(sum(flags.marked) AS BIGINT) AS schools,
    CAST(sum(flags.marked * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_21 AS position,
    :param_22 AS step,
    CAST(sum(flags.in_project) AS BIGINT) AS schools,
    CAST(sum(flags.in_project * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_23 AS position,
    :param_24 AS step,
    CAST(sum(flags.with_results) AS BIGINT) AS schools,
    CAST(sum(flags.with_results * flags.in_project) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_25 AS position,
    :param_26 AS step,
    CAST(sum(flags.ever) AS BIGINT) AS schools,
    CAST(sum(flags.ever * flags.in_project) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_27 AS position,
    :param_28 AS step,
    CAST(sum(flags.ever_with_results) AS BIGINT) AS schools,
    CAST(sum(flags.ever_with_results * flags.ever) AS BIGINT) AS "both"
FROM flags) AS steps
ORDER BY steps.position


-- one municipality, urban schools, one cohort
WITH entry AS
(SELECT school_status.school_id AS school_id,
    min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project
GROUP BY school_status.school_id),
flags AS
(SELECT CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN school_status.low_performing THEN :param_3 ELSE :param_4 END END AS listed,
    CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = school.oktmo AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_5 ELSE :param_6 END END AS reported,
    CASE WHEN (EXISTS (SELECT *
FROM road_map_execution
WHERE road_map_execution.school_id = school.school_id AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year)) THEN :param_7 ELSE :param_8 END AS marked,
    CASE WHEN (school_status.school_id IS NOT NULL OR school.school_id IN (SELECT school_status.school_id
FROM school_status
WHERE school_status.year = :year AND school_status.in_project UNION SELECT school_document.school_id
FROM school_document
WHERE school_document.year = :year)) THEN CASE WHEN (school.school_id IN (SELECT school_status.school_id
FROM school_status
WHERE school_status.year = :year AND school_status.in_project UNION SELECT school_document.school_id
FROM school_document
WHERE school_document.year = :year)) THEN :param_9 ELSE :param_10 END END AS in_project,
    CASE WHEN (school_status.school_id IS NOT NULL) THEN CASE WHEN (school_status.in_project AND (EXISTS (SELECT *
FROM assessment_result
WHERE assessment_result.school_id = school.school_id AND assessment_result.procedure IN (SELECT shown_indicator.procedure
FROM shown_indicator
WHERE shown_indicator.code = :indicator) AND assessment_result.participants > :participants_1 AND assessment_result.year = :year AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year)) AND assessment_result.subject = :subject))) THEN :param_11 ELSE :param_12 END END AS with_results,
    CASE WHEN (entry.entry_year <= :year) THEN :param_13 ELSE :param_14 END AS ever,
    CASE WHEN (entry.entry_year <= :year AND (EXISTS (SELECT *
FROM assessment_result
WHERE assessment_result.school_id = school.school_id AND assessment_result.procedure IN (SELECT shown_indicator.procedure
FROM shown_indicator
WHERE shown_indicator.code = :indicator) AND assessment_result.participants > :participants_2 AND assessment_result.year <= :year AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year)) AND assessment_result.subject = :subject))) THEN :param_15 ELSE :param_16 END AS ever_with_results
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
WHERE school.oktmo = :municipality AND school.locality = :locality_1 AND entry.entry_year = :cohort)
SELECT steps.position,
    steps.step,
    steps.schools,
    steps."both"
FROM (SELECT :param_1 AS position, :param_2 AS step, CAST(sum(flags.listed) AS BIGINT) AS schools, CAST(sum(flags.listed * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_17 AS position,
    :param_18 AS step,
    CAST(sum(flags.reported) AS BIGINT) AS schools,
    CAST(sum(flags.reported * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_19 AS position,
    :param_20 AS step,
    CAST(sum(flags.marked) AS BIGINT) AS schools,
    CAST(sum(flags.marked * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_21 AS position,
    :param_22 AS step,
    CAST(sum(flags.in_project) AS BIGINT) AS schools,
    CAST(sum(flags.in_project * flags.listed) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_23 AS position,
    :param_24 AS step,
    CAST(sum(flags.with_results) AS BIGINT) AS schools,
    CAST(sum(flags.with_results * flags.in_project) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_25 AS position,
    :param_26 AS step,
    CAST(sum(flags.ever) AS BIGINT) AS schools,
    CAST(sum(flags.ever * flags.in_project) AS BIGINT) AS "both"
FROM flags UNION ALL SELECT :param_27 AS position,
    :param_28 AS step,
    CAST(sum(flags.ever_with_results) AS BIGINT) AS schools,
    CAST(sum(flags.ever_with_results * flags.ever) AS BIGINT) AS "both"
FROM flags) AS steps
ORDER BY steps.position
