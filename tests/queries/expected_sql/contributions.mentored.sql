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
    CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) AND (EXISTS (SELECT *
FROM mentorship,
    entitled
WHERE mentorship.mentee_id = school.school_id AND entitled.school_id = mentorship.mentor_id AND entitled.year = :year AND CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_1 AND EXTRACT(day FROM mentorship.end_date) = :param_2)))) THEN :param_3 WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_4 END AS numerator,
    CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_5 END AS denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
WHERE school.oktmo = :municipality
ORDER BY school.school_id
