-- the whole region; one municipality, urban schools, one cohort
WITH steps AS
(SELECT road_map_execution.school_id AS school_id,
    CAST(sum(CASE WHEN (road_map_execution.done_date IS NOT NULL AND CAST(EXTRACT(year FROM road_map_execution.done_date) AS INTEGER) <= CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)) THEN :param_1 ELSE :param_2 END) AS BIGINT) AS done,
    count(*) AS due
FROM road_map_execution
WHERE CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
GROUP BY road_map_execution.school_id)
SELECT school.school_id,
    school.oktmo,
    school.name,
    municipality.short_name_ru AS municipality,
    municipality.kind,
    school.locality,
    school.pupils,
    school_status.adverse_conditions,
    steps.done,
    steps.due,
    training.trained,
    training.teachers
FROM school
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN steps ON steps.school_id = school.school_id
LEFT OUTER JOIN training ON training.school_id = school.school_id AND training.year = :year
WHERE municipality.region = :region
ORDER BY school.school_id
