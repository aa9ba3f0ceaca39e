-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    amounts.numerator,
    amounts.denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT shown_indicator.code AS indicator, assessment_result.school_id AS school_id, assessment_result.year AS year, CAST(sum(assessment_result.below_threshold) AS INTEGER) AS numerator, CAST(sum(assessment_result.participants) AS INTEGER) AS denominator
FROM assessment_result
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
WHERE assessment_result.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND shown_indicator.code = :indicator AND assessment_result.year = :year
GROUP BY shown_indicator.code,
    assessment_result.school_id,
    assessment_result.year) AS amounts ON amounts.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
