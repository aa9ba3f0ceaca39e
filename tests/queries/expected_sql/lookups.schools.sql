SELECT school.school_id AS mentor_id,
    school.name
FROM school
ORDER BY school.school_id
