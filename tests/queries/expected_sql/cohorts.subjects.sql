SELECT DISTINCT municipality.region,
    assessment_result.procedure,
    assessment_result.subject
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
ORDER BY municipality.region,
    assessment_result.procedure,
    assessment_result.subject
