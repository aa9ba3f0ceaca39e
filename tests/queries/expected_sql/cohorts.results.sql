-- the whole region
SELECT assessment_result.school_id,
    school.oktmo,
    school.locality,
    coalesce(entry.entry_year, :coalesce_1) AS entry_year,
    assessment_result.year,
    coalesce(school_status.in_project, :coalesce_2) AS in_project,
    CAST(sum(assessment_result.participants) AS BIGINT) AS participants,
    CAST(sum(assessment_result.below_threshold) AS BIGINT) AS below
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
LEFT OUTER JOIN (SELECT school_status.school_id AS school_id, min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project AND school_status.year <= :year
GROUP BY school_status.school_id) AS entry ON entry.school_id = assessment_result.school_id
LEFT OUTER JOIN school_status ON school_status.school_id = assessment_result.school_id AND school_status.year = assessment_result.year
WHERE municipality.region = :region AND shown_indicator.code = :indicator AND assessment_result.year <= :year AND assessment_result.participants > :participants_1 AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year))
GROUP BY assessment_result.school_id,
    school.oktmo,
    school.locality,
    entry.entry_year,
    assessment_result.year,
    school_status.in_project
ORDER BY assessment_result.school_id,
    assessment_result.year


-- one municipality, urban schools, one cohort
SELECT assessment_result.school_id,
    school.oktmo,
    school.locality,
    coalesce(entry.entry_year, :coalesce_1) AS entry_year,
    assessment_result.year,
    coalesce(school_status.in_project, :coalesce_2) AS in_project,
    CAST(sum(assessment_result.participants) AS BIGINT) AS participants,
    CAST(sum(assessment_result.below_threshold) AS BIGINT) AS below
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
LEFT OUTER JOIN (SELECT school_status.school_id AS school_id, min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project AND school_status.year <= :year
GROUP BY school_status.school_id) AS entry ON entry.school_id = assessment_result.school_id
LEFT OUTER JOIN school_status ON school_status.school_id = assessment_result.school_id AND school_status.year = assessment_result.year
WHERE municipality.region = :region AND shown_indicator.code = :indicator AND assessment_result.year <= :year AND assessment_result.participants > :participants_1 AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year)) AND school.locality = :locality_1 AND assessment_result.subject = :subject
GROUP BY assessment_result.school_id,
    school.oktmo,
    school.locality,
    entry.entry_year,
    assessment_result.year,
    school_status.in_project
ORDER BY assessment_result.school_id,
    assessment_result.year
