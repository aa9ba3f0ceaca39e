-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name AS school,
    municipality.short_name_ru AS municipality
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region
ORDER BY school.school_id
