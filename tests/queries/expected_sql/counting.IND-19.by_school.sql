-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    amounts.numerator,
    amounts.denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT :param_1 AS indicator, school_status.school_id AS school_id, school_status.year AS year, CAST(CASE WHEN school_status.low_performing THEN :param_2 ELSE :param_3 END AS INTEGER) AS numerator, CAST(CASE WHEN (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = school.oktmo AND municipal_report.year = school_status.year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) THEN :param_4 ELSE NULL END AS INTEGER) AS denominator
FROM school_status
JOIN school ON school.school_id = school_status.school_id
WHERE school_status.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND school_status.year = :year) AS amounts ON amounts.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
