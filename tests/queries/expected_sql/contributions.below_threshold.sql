-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    sums.below AS numerator,
    sums.written AS denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT assessment_result.school_id AS school_id, CAST(sum(assessment_result.below_threshold) AS BIGINT) AS below, CAST(sum(assessment_result.participants) AS BIGINT) AS written
FROM assessment_result
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
WHERE assessment_result.year = :year AND shown_indicator.code = :indicator
GROUP BY assessment_result.school_id) AS sums ON sums.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
