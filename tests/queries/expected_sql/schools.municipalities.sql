SELECT school.school_id,
    school.oktmo
FROM school
ORDER BY school.school_id
