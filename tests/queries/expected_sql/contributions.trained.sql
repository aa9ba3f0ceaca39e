-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    CASE WHEN school_status.low_performing THEN training.trained END AS numerator,
    CASE WHEN school_status.low_performing THEN training.teachers END AS denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN training ON training.school_id = school.school_id AND training.year = :year
WHERE school.oktmo = :municipality
ORDER BY school.school_id
