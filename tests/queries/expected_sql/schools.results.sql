-- the whole region; one municipality, urban schools, one cohort
SELECT assessment_result.school_id,
    assessment_result.procedure,
    CAST(sum(assessment_result.below_threshold) AS BIGINT) AS numerator,
    CAST(sum(assessment_result.participants) AS BIGINT) AS denominator
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
WHERE assessment_result.year = :year_1 AND school.oktmo = :oktmo_1
GROUP BY assessment_result.school_id,
    assessment_result.procedure
ORDER BY assessment_result.school_id,
    assessment_result.procedure
