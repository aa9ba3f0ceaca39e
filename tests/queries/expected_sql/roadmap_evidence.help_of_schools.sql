-- the whole region; one municipality, urban schools, one cohort
WITH held AS
(SELECT DISTINCT mentorship.mentee_id AS mentee_id
FROM mentorship
WHERE mentorship.start_date <= :day AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) >= :year))
SELECT school.school_id,
    CASE WHEN (held.mentee_id IS NOT NULL) THEN :param_1 ELSE :param_2 END AS paired,
    training.trained,
    training.teachers
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN held ON held.mentee_id = school.school_id
LEFT OUTER JOIN training ON training.school_id = school.school_id AND training.year = :year
WHERE municipality.region = :region
ORDER BY school.school_id
