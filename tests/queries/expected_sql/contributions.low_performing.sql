-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    CASE WHEN school_status.low_performing THEN :param_1 WHEN (school_status.school_id IS NOT NULL) THEN :param_2 END AS numerator,
    CASE WHEN (school_status.school_id IS NOT NULL AND (EXISTS (SELECT *
FROM municipal_report
WHERE municipal_report.oktmo = :municipality AND municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported))) THEN :param_3 END AS denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
WHERE school.oktmo = :municipality
ORDER BY school.school_id
