-- the whole region; one municipality, urban schools, one cohort
SELECT school_status.school_id,
    school_status.low_performing
FROM school_status
WHERE school_status.year = :year AND school_status.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality)
ORDER BY school_status.school_id
