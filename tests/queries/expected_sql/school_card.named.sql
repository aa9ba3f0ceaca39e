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
    regexp_replace(regexp_replace(school.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    school.school_id
