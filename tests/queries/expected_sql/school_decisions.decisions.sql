-- the whole region; one municipality, urban schools, one cohort
SELECT school_decision.decision_id,
    school_decision.school_id,
    school.name,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school_decision.decided_on,
    school_decision.kind,
    school_decision.decision,
    school_decision.responsible,
    school_decision.due_date,
    school_decision.done_date
FROM school_decision
JOIN school ON school.school_id = school_decision.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND school_decision.decided_on <= :day
ORDER BY school_decision.decided_on,
    municipality.short_name_ru,
    school.name,
    school_decision.school_id,
    school_decision.decision_id
