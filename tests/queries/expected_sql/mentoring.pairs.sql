-- the whole region; one municipality, urban schools, one cohort
WITH entitled AS
(SELECT school_status.school_id AS school_id,
    school_status.year AS year
FROM school_status
WHERE school_status.resilient UNION SELECT mentor_offer.school_id AS school_id,
    mentor_offer.year AS year
FROM mentor_offer
WHERE mentor_offer.entitled)
SELECT mentorship.mentorship_id,
    mentorship.mentee_id,
    mentee.name AS mentee,
    mentee.oktmo AS mentee_oktmo,
    here.short_name_ru AS mentee_municipality,
    mentorship.mentor_id,
    mentor.name AS mentor,
    mentor.oktmo AS mentor_oktmo,
    there.short_name_ru AS mentor_municipality,
    mentorship.form,
    mentorship.start_date,
    mentorship.end_date,
    mentorship.evidence,
    entitled.school_id IS NOT NULL AS entitled
FROM mentorship
JOIN school AS mentee ON mentee.school_id = mentorship.mentee_id
JOIN municipality AS here ON here.oktmo = mentee.oktmo
JOIN school AS mentor ON mentor.school_id = mentorship.mentor_id
JOIN municipality AS there ON there.oktmo = mentor.oktmo
LEFT OUTER JOIN entitled ON entitled.school_id = mentorship.mentor_id AND entitled.year = :year
WHERE here.region = :region
ORDER BY mentorship.start_date,
    mentorship.mentorship_id
