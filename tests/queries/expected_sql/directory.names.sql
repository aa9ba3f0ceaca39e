SELECT school.school_id,
    school.name,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    municipality.region
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
ORDER BY regexp_replace(regexp_replace(school.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    municipality.short_name_ru,
    school.school_id
