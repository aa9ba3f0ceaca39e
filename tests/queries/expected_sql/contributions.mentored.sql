-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) AND (EXISTS (SELECT *
FROM mentorship,
    school_status AS mentor_status
WHERE mentorship.mentee_id = school.school_id AND mentor_status.school_id = mentorship.mentor_id AND mentor_status.year = :year AND mentor_status.resilient AND CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_1 AND EXTRACT(day FROM mentorship.end_date) = :param_2)))) THEN :param_3 WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_4 END AS numerator,
    CASE WHEN (school_status.low_performing AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_5 END AS denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
WHERE school.oktmo = :municipality
ORDER BY school.school_id
