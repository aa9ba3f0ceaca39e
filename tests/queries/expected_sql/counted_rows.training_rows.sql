-- the whole region; one municipality, urban schools, one cohort
SELECT training.school_id,
    training.trained,
    training.teachers
FROM training
JOIN school ON school.school_id = training.school_id
WHERE school.oktmo = :municipality AND training.year = :year
ORDER BY training.school_id
