-- the whole region
WITH listed AS
(SELECT school_status.school_id AS school_id,
    count(*) AS years_listed
FROM school_status
WHERE school_status.low_performing AND school_status.year <= :year
GROUP BY school_status.school_id),
entry AS
(SELECT school_status.school_id AS school_id,
    min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project
GROUP BY school_status.school_id),
entitled AS
(SELECT school_status.school_id AS school_id,
    school_status.year AS year
FROM school_status
WHERE school_status.resilient UNION SELECT mentor_offer.school_id AS school_id,
    mentor_offer.year AS year
FROM mentor_offer
WHERE mentor_offer.entitled),
mentors AS
(SELECT mentorship.mentee_id AS mentee_id,
    count(DISTINCT mentorship.mentor_id) AS mentors
FROM mentorship
JOIN entitled ON entitled.school_id = mentorship.mentor_id AND entitled.year = :year
WHERE CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_1 AND EXTRACT(day FROM mentorship.end_date) = :param_2)
GROUP BY mentorship.mentee_id),
steps AS
(SELECT road_map_execution.school_id AS school_id,
    CAST(sum(CASE WHEN (road_map_execution.done_date IS NOT NULL AND CAST(EXTRACT(year FROM road_map_execution.done_date) AS INTEGER) <= CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)) THEN :param_3 ELSE :param_4 END) AS BIGINT) AS done,
    count(*) AS due
FROM road_map_execution
WHERE CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
GROUP BY road_map_execution.school_id)
SELECT school.school_id,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.name,
    school.locality,
    school.pupils,
    school_status.adverse_conditions,
    entry.entry_year,
    listed.years_listed,
    CASE WHEN (school.oktmo IN (SELECT municipal_report.oktmo
FROM municipal_report
WHERE municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) THEN coalesce(mentors.mentors,
    :coalesce_1) END AS mentors,
    steps.done,
    steps.due
FROM school
JOIN school_status ON school_status.school_id = school.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN listed ON listed.school_id = school.school_id
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
LEFT OUTER JOIN mentors ON mentors.mentee_id = school.school_id
LEFT OUTER JOIN steps ON steps.school_id = school.school_id
WHERE school_status.year = :year AND school_status.low_performing AND municipality.region = :region
ORDER BY municipality.short_name_ru,
    school.oktmo,
    regexp_replace(regexp_replace(school.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    school.school_id


-- one municipality, urban schools, one cohort
WITH listed AS
(SELECT school_status.school_id AS school_id,
    count(*) AS years_listed
FROM school_status
WHERE school_status.low_performing AND school_status.year <= :year
GROUP BY school_status.school_id),
entry AS
(SELECT school_status.school_id AS school_id,
    min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project
GROUP BY school_status.school_id),
entitled AS
(SELECT school_status.school_id AS school_id,
    school_status.year AS year
FROM school_status
WHERE school_status.resilient UNION SELECT mentor_offer.school_id AS school_id,
    mentor_offer.year AS year
FROM mentor_offer
WHERE mentor_offer.entitled),
mentors AS
(SELECT mentorship.mentee_id AS mentee_id,
    count(DISTINCT mentorship.mentor_id) AS mentors
FROM mentorship
JOIN entitled ON entitled.school_id = mentorship.mentor_id AND entitled.year = :year
WHERE CAST(EXTRACT(year FROM mentorship.start_date) AS INTEGER) <= :year AND (mentorship.end_date IS NULL OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) > :year OR CAST(EXTRACT(year FROM mentorship.end_date) AS INTEGER) = :year AND EXTRACT(month FROM mentorship.end_date) = :param_1 AND EXTRACT(day FROM mentorship.end_date) = :param_2)
GROUP BY mentorship.mentee_id),
steps AS
(SELECT road_map_execution.school_id AS school_id,
    CAST(sum(CASE WHEN (road_map_execution.done_date IS NOT NULL AND CAST(EXTRACT(year FROM road_map_execution.done_date) AS INTEGER) <= CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)) THEN :param_3 ELSE :param_4 END) AS BIGINT) AS done,
    count(*) AS due
FROM road_map_execution
WHERE CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
GROUP BY road_map_execution.school_id)
SELECT school.school_id,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.name,
    school.locality,
    school.pupils,
    school_status.adverse_conditions,
    entry.entry_year,
    listed.years_listed,
    CASE WHEN (school.oktmo IN (SELECT municipal_report.oktmo
FROM municipal_report
WHERE municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) THEN coalesce(mentors.mentors,
    :coalesce_1) END AS mentors,
    steps.done,
    steps.due
FROM school
JOIN school_status ON school_status.school_id = school.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
JOIN listed ON listed.school_id = school.school_id
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
LEFT OUTER JOIN mentors ON mentors.mentee_id = school.school_id
LEFT OUTER JOIN steps ON steps.school_id = school.school_id
WHERE school_status.year = :year AND school_status.low_performing AND school.oktmo = :municipality AND school.locality = :locality_1 AND entry.entry_year = :cohort
ORDER BY municipality.short_name_ru,
    school.oktmo,
    regexp_replace(regexp_replace(school.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    school.school_id
