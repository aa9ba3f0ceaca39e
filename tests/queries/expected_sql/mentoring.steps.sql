-- the whole region; one municipality, urban schools, one cohort
SELECT road_map_execution.school_id,
    count(*) AS due,
    CAST(sum(CASE WHEN (road_map_execution.done_date <= :day) THEN :param_1 ELSE :param_2 END) AS BIGINT) AS done
FROM road_map_execution
JOIN school ON school.school_id = road_map_execution.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year AND road_map_execution.due_date <= :day
GROUP BY road_map_execution.school_id
ORDER BY road_map_execution.school_id
