-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.name,
    school.locality,
    school.pupils,
    school.basis
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region
ORDER BY municipality.short_name_ru,
    school.oktmo,
    school.name,
    school.school_id
