-- the whole region; one municipality, urban schools, one cohort
SELECT training.school_id,
    training.trained,
    training.teachers
FROM training
WHERE training.year = :year AND training.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality)
ORDER BY training.school_id
