-- the whole region; one municipality, urban schools, one cohort
SELECT school_status.school_id,
    school_status.low_performing
FROM school_status
JOIN school ON school.school_id = school_status.school_id
WHERE school.oktmo = :municipality AND school_status.year = :year
ORDER BY school_status.school_id
