-- the whole region; one municipality, urban schools, one cohort
WITH entitled AS
(SELECT school_status.school_id AS school_id,
    school_status.year AS year
FROM school_status
WHERE school_status.resilient UNION SELECT mentor_offer.school_id AS school_id,
    mentor_offer.year AS year
FROM mentor_offer
WHERE mentor_offer.entitled)
SELECT mentorship.mentee_id AS school_id,
    mentorship.mentorship_id,
    mentor.name || :name_1 || mentorship.mentor_id || :param_1 AS mentor,
    mentorship.start_date,
    mentorship.end_date,
    entitled.school_id IS NOT NULL AS entitled,
    entitled.school_id IS NOT NULL AND CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_2 AND EXTRACT(day FROM mentorship.end_date) = :param_3) AS counts
FROM mentorship
JOIN school AS mentor ON mentor.school_id = mentorship.mentor_id
LEFT OUTER JOIN entitled ON entitled.school_id = mentorship.mentor_id AND entitled.year = :year
WHERE mentorship.mentee_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality)
ORDER BY mentorship.mentorship_id
