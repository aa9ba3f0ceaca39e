-- the whole region
WITH entry AS
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
listed AS
(SELECT school_status.school_id AS school_id,
    count(*) AS years_listed
FROM school_status
WHERE school_status.low_performing AND school_status.year <= :year
GROUP BY school_status.school_id),
known AS
(SELECT school.school_id AS school_id,
    school.name AS name,
    school.oktmo AS oktmo,
    municipality.short_name_ru AS municipality,
    school.locality AS locality,
    school.pupils AS pupils,
    school_status.low_performing AS low_performing,
    listed.years_listed AS years_listed,
    school_status.in_project AS in_project,
    entry.entry_year AS entry_year,
    CASE WHEN (school.oktmo IN (SELECT municipal_report.oktmo
FROM municipal_report
WHERE municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) THEN coalesce(mentors.mentors,
    :coalesce_1) END AS mentors,
    school_status.adverse_conditions AS adverse_conditions,
    school_status.resilient AS resilient
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
LEFT OUTER JOIN mentors ON mentors.mentee_id = school.school_id
LEFT OUTER JOIN listed ON listed.school_id = school.school_id
WHERE municipality.region = :region_1),
listed_schools AS
(SELECT known.school_id AS school_id,
    known.name AS name,
    known.oktmo AS oktmo,
    known.municipality AS municipality,
    known.locality AS locality,
    known.pupils AS pupils,
    known.low_performing AS low_performing,
    known.years_listed AS years_listed,
    known.in_project AS in_project,
    known.entry_year AS entry_year,
    known.mentors AS mentors,
    known.adverse_conditions AS adverse_conditions,
    known.resilient AS resilient
FROM known)
SELECT listed_schools.school_id,
    listed_schools.name,
    listed_schools.oktmo,
    listed_schools.municipality,
    listed_schools.locality,
    listed_schools.pupils,
    listed_schools.low_performing,
    listed_schools.years_listed,
    listed_schools.in_project,
    listed_schools.entry_year,
    listed_schools.mentors,
    listed_schools.adverse_conditions,
    listed_schools.resilient
FROM listed_schools
ORDER BY regexp_replace(regexp_replace(listed_schools.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6) ASC NULLS LAST,
    regexp_replace(regexp_replace(listed_schools.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    listed_schools.municipality,
    listed_schools.school_id


-- one municipality, urban schools, one cohort
WITH entry AS
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
listed AS
(SELECT school_status.school_id AS school_id,
    count(*) AS years_listed
FROM school_status
WHERE school_status.low_performing AND school_status.year <= :year
GROUP BY school_status.school_id),
known AS
(SELECT school.school_id AS school_id,
    school.name AS name,
    school.oktmo AS oktmo,
    municipality.short_name_ru AS municipality,
    school.locality AS locality,
    school.pupils AS pupils,
    school_status.low_performing AS low_performing,
    listed.years_listed AS years_listed,
    school_status.in_project AS in_project,
    entry.entry_year AS entry_year,
    CASE WHEN (school.oktmo IN (SELECT municipal_report.oktmo
FROM municipal_report
WHERE municipal_report.year = :year AND municipal_report.subject = :subject_1 AND municipal_report.reported)) THEN coalesce(mentors.mentors,
    :coalesce_1) END AS mentors,
    school_status.adverse_conditions AS adverse_conditions,
    school_status.resilient AS resilient
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN entry ON entry.school_id = school.school_id
LEFT OUTER JOIN mentors ON mentors.mentee_id = school.school_id
LEFT OUTER JOIN listed ON listed.school_id = school.school_id
WHERE school.oktmo = :oktmo_1),
listed_schools AS
(SELECT known.school_id AS school_id,
    known.name AS name,
    known.oktmo AS oktmo,
    known.municipality AS municipality,
    known.locality AS locality,
    known.pupils AS pupils,
    known.low_performing AS low_performing,
    known.years_listed AS years_listed,
    known.in_project AS in_project,
    known.entry_year AS entry_year,
    known.mentors AS mentors,
    known.adverse_conditions AS adverse_conditions,
    known.resilient AS resilient
FROM known
WHERE known.entry_year = :entry_year_1)
SELECT listed_schools.school_id,
    listed_schools.name,
    listed_schools.oktmo,
    listed_schools.municipality,
    listed_schools.locality,
    listed_schools.pupils,
    listed_schools.low_performing,
    listed_schools.years_listed,
    listed_schools.in_project,
    listed_schools.entry_year,
    listed_schools.mentors,
    listed_schools.adverse_conditions,
    listed_schools.resilient
FROM listed_schools
ORDER BY regexp_replace(regexp_replace(listed_schools.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6) ASC NULLS LAST,
    regexp_replace(regexp_replace(listed_schools.name, :regexp_replace_1, :regexp_replace_2, :regexp_replace_3), :regexp_replace_4, :regexp_replace_5, :regexp_replace_6),
    listed_schools.municipality,
    listed_schools.school_id
