-- the whole region; one municipality, urban schools, one cohort
SELECT assessment_result.school_id,
    assessment_result.year,
    assessment_result.procedure,
    assessment_result.grade,
    assessment_result.subject,
    assessment_result.participants,
    assessment_result.below_threshold AS below
FROM assessment_result
JOIN school ON school.school_id = assessment_result.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND assessment_result.participants > :participants_1
ORDER BY assessment_result.school_id,
    assessment_result.year,
    assessment_result.procedure,
    assessment_result.grade,
    assessment_result.subject
