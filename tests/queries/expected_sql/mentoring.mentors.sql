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
    school.oktmo,
    municipality.short_name_ru AS municipality,
    municipality.region,
    school.locality,
    municipal_point.centre_latitude AS latitude,
    municipal_point.centre_longitude AS longitude,
    mentor_offer.capacity,
    CASE WHEN (EXISTS (SELECT *
FROM school_status
WHERE school_status.school_id = school.school_id AND school_status.year = :year AND school_status.low_performing)) THEN :param_1 ELSE :param_2 END AS listed,
    coalesce(mentor_offer.entitled,
    :coalesce_1) AS otherwise,
    mentor_offer.ground
FROM school
JOIN entitled ON entitled.school_id = school.school_id AND entitled.year = :year
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN municipal_point ON municipal_point.oktmo = school.oktmo
LEFT OUTER JOIN mentor_offer ON mentor_offer.school_id = school.school_id AND mentor_offer.year = :year
WHERE municipality.region = :region OR school.school_id IN (SELECT mentorship.mentor_id
FROM mentorship
JOIN school AS mentee ON mentee.school_id = mentorship.mentee_id
JOIN municipality AS here ON here.oktmo = mentee.oktmo
WHERE here.region = :region)
ORDER BY school.school_id
