-- the whole region; one municipality, urban schools, one cohort
SELECT assessment_result.school_id,
    assessment_result.grade,
    assessment_result.subject,
    assessment_result.participants,
    assessment_result.below_threshold
FROM assessment_result
JOIN shown_indicator ON shown_indicator.procedure = assessment_result.procedure
WHERE assessment_result.year = :year AND assessment_result.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND shown_indicator.code = :indicator
ORDER BY assessment_result.school_id,
    assessment_result.grade,
    assessment_result.subject
