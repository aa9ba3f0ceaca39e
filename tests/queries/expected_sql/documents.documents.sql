-- the whole region; one municipality, urban schools, one cohort
SELECT school_document.school_id,
    school.oktmo,
    school_document.document,
    school_document.status,
    school_document.status_date,
    school_document.curator
FROM school_document
JOIN school ON school.school_id = school_document.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND school_document.year = :year
ORDER BY school_document.school_id,
    school_document.document
