SELECT school.school_id,
    school.name,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    municipality.region
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
ORDER BY school.name,
    municipality.short_name_ru,
    school.school_id
