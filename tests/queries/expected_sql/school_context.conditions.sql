-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.name,
    school.locality,
    school_status.low_performing,
    school_status.adverse_conditions,
    school_status.resilient,
    school_context.school_id IS NOT NULL AS told,
    school_context.posts,
    school_context.vacant_posts,
    school_context.pupils_counted,
    school_context.other_language,
    school_context.low_income,
    school_context.distance_km
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN school_context ON school_context.school_id = school.school_id AND school_context.year = :year
WHERE municipality.region = :region AND (school_status.school_id IS NOT NULL OR school_context.school_id IS NOT NULL)
ORDER BY school.school_id
