SELECT school.school_id,
    school.oktmo,
    school.name
FROM school
WHERE school.basis = :basis_1
ORDER BY school.school_id
