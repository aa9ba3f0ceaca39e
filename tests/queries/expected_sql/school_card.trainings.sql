-- the whole region; one municipality, urban schools, one cohort
SELECT training.school_id,
    training.year,
    training.teachers,
    training.trained
FROM training
JOIN school ON school.school_id = training.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND training.year <= :year
ORDER BY training.school_id,
    training.year
