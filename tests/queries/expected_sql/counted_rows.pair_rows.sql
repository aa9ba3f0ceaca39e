-- the whole region; one municipality, urban schools, one cohort
SELECT mentorship.mentee_id AS school_id,
    mentorship.mentorship_id,
    mentor.name || :name_1 || mentorship.mentor_id || :param_1 AS mentor,
    mentorship.start_date,
    mentorship.end_date,
    mentor_status.resilient,
    coalesce(mentor_status.resilient, :coalesce_1) AND CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_2 AND EXTRACT(day FROM mentorship.end_date) = :param_3) AS counts
FROM mentorship
JOIN school AS mentee ON mentee.school_id = mentorship.mentee_id
JOIN school AS mentor ON mentor.school_id = mentorship.mentor_id
LEFT OUTER JOIN school_status AS mentor_status ON mentor_status.school_id = mentorship.mentor_id AND mentor_status.year = :year
WHERE mentee.oktmo = :municipality
ORDER BY mentorship.mentorship_id
