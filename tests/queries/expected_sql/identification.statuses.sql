-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school_status.year,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.name,
    school.locality,
    school_status.low_performing,
    school_status.adverse_conditions,
    school_status.resilient,
    school_status.in_project
FROM school
JOIN school_status ON school_status.school_id = school.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region
ORDER BY school.school_id,
    school_status.year
