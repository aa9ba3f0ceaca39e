-- the whole region; one municipality, urban schools, one cohort
SELECT recommendation_mark.mark_id,
    recommendation_mark.rec_id,
    recommendation_mark.oktmo,
    municipality.short_name_ru AS name,
    recommendation_mark.school_id,
    school.name AS school,
    recommendation_mark.marked_on,
    recommendation_mark.state,
    recommendation_mark.evidence
FROM recommendation_mark
JOIN municipality ON municipality.oktmo = recommendation_mark.oktmo
LEFT OUTER JOIN school ON school.school_id = recommendation_mark.school_id
WHERE municipality.region = :region AND recommendation_mark.marked_on <= :day
ORDER BY recommendation_mark.marked_on,
    recommendation_mark.mark_id
