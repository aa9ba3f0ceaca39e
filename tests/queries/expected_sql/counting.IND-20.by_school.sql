-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    amounts.numerator,
    amounts.denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT :param_1 AS indicator, training.school_id AS school_id, training.year AS year, CAST(training.trained AS INTEGER) AS numerator, CAST(training.teachers AS INTEGER) AS denominator
FROM training
JOIN school_status ON school_status.school_id = training.school_id AND school_status.year = training.year
WHERE school_status.low_performing AND training.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND training.year = :year) AS amounts ON amounts.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
