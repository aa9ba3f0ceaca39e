SELECT school.school_id,
    municipality.short_name_ru AS municipality
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
ORDER BY school.school_id
