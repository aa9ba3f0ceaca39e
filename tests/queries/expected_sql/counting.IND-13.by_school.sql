-- the whole region; one municipality, urban schools, one cohort
SELECT school.school_id,
    school.name,
    school_status.low_performing,
    amounts.numerator,
    amounts.denominator
FROM school
LEFT OUTER JOIN school_status ON school_status.school_id = school.school_id AND school_status.year = :year
LEFT OUTER JOIN (SELECT :param_1 AS indicator, road_map_execution.school_id AS school_id, CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) AS year, CAST(sum(CASE WHEN (road_map_execution.done_date IS NOT NULL AND CAST(EXTRACT(year FROM road_map_execution.done_date) AS INTEGER) <= CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)) THEN :param_2 ELSE :param_3 END) AS INTEGER) AS numerator, CAST(count(*) AS INTEGER) AS denominator
FROM road_map_execution
WHERE road_map_execution.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality) AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
GROUP BY road_map_execution.school_id,
    CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)) AS amounts ON amounts.school_id = school.school_id
WHERE school.oktmo = :municipality
ORDER BY school.school_id
