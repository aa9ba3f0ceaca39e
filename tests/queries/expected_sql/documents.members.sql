-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name AS school,
    school.oktmo,
    municipality.short_name_ru AS municipality
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND school.school_id IN (SELECT school_status.school_id
FROM school_status
WHERE school_status.year = :year AND school_status.in_project UNION SELECT school_document.school_id
FROM school_document
WHERE school_document.year = :year)
ORDER BY municipality.short_name_ru,
    school.oktmo,
    regexp_replace(regexp_replace(school.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    school.school_id
