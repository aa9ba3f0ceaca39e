SELECT municipality.region,
    assessment_result.procedure,
    assessment_result.subject,
    count(assessment_result.mean_score) > :count_1 AS scored
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
GROUP BY municipality.region,
    assessment_result.procedure,
    assessment_result.subject
ORDER BY municipality.region,
    assessment_result.procedure,
    assessment_result.subject
