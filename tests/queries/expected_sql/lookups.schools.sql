SELECT school.school_id,
    school.name
FROM school
ORDER BY school.school_id
