-- the whole region; one municipality, urban schools, one cohort
WITH entitled AS
(SELECT school_status.school_id AS school_id,
    school_status.year AS year
FROM school_status
WHERE school_status.resilient UNION SELECT mentor_offer.school_id AS school_id,
    mentor_offer.year AS year
FROM mentor_offer
WHERE mentor_offer.entitled)
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    amounts.numerator,
    amounts.denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT :param_1 AS indicator, school_status.school_id AS school_id, school_status.year AS year, CAST(CASE WHEN (EXISTS (SELECT *
FROM mentorship,
    entitled
WHERE mentorship.mentee_id = school_status.school_id AND entitled.school_id = mentorship.mentor_id AND entitled.year = school_status.year AND CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= school_status.year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > school_status.year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = school_status.year AND EXTRACT(month FROM mentorship.end_date) = :param_2 AND EXTRACT(day FROM mentorship.end_date) = :param_3))) THEN :param_4 ELSE :param_5 END AS INTEGER) AS numerator,
    CAST(:param_6 AS INTEGER) AS denominator
FROM school_status
JOIN school ON school.school_id = school_status.school_id
WHERE school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = school.oktmo AND municipal_report.year = school_status.year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) AND school_status.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND school_status.year = :year) AS amounts ON amounts.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
