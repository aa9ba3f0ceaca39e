-- the whole region
SELECT coalesce(entry.entry_year, :coalesce_1) AS entry_year,
    assessment_result.year,
    count(DISTINCT assessment_result.school_id) AS schools,
    CAST(sum(assessment_result.participants) AS BIGINT) AS participants,
    CAST(sum(assessment_result.mean_score * assessment_result.participants) / sum(assessment_result.participants) AS DOUBLE PRECISION) AS mean_score
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
LEFT OUTER JOIN (SELECT school_status.school_id AS school_id, min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project AND school_status.year <= :year
GROUP BY school_status.school_id) AS entry ON entry.school_id = assessment_result.school_id
WHERE municipality.region = :region AND shown_indicator.code = :indicator AND assessment_result.year <= :year AND assessment_result.participants > :participants_1 AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year)) AND assessment_result.mean_score IS NOT NULL
GROUP BY coalesce(entry.entry_year, :coalesce_1),
    assessment_result.year
ORDER BY entry_year,
    assessment_result.year


-- one municipality, urban schools, one cohort
SELECT coalesce(entry.entry_year, :coalesce_1) AS entry_year,
    assessment_result.year,
    count(DISTINCT assessment_result.school_id) AS schools,
    CAST(sum(assessment_result.participants) AS BIGINT) AS participants,
    CAST(sum(assessment_result.mean_score * assessment_result.participants) / sum(assessment_result.participants) AS DOUBLE PRECISION) AS mean_score
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
LEFT OUTER JOIN (SELECT school_status.school_id AS school_id, min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project AND school_status.year <= :year
GROUP BY school_status.school_id) AS entry ON entry.school_id = assessment_result.school_id
WHERE municipality.region = :region AND shown_indicator.code = :indicator AND assessment_result.year <= :year AND assessment_result.participants > :participants_1 AND NOT (EXISTS (SELECT *
FROM series_break
WHERE series_break.procedure = assessment_result.procedure AND series_break.year = assessment_result.year)) AND school.locality = :locality_1 AND assessment_result.subject = :subject AND assessment_result.mean_score IS NOT NULL
GROUP BY coalesce(entry.entry_year, :coalesce_1),
    assessment_result.year
ORDER BY entry_year,
    assessment_result.year
