-- the whole region; one municipality, urban schools, one cohort
SELECT road_map_execution.school_id,
    road_map_execution.measure_id,
    road_map_execution.due_date,
    road_map_execution.done_date
FROM road_map_execution
JOIN school ON school.school_id = road_map_execution.school_id
WHERE school.oktmo = :municipality AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
ORDER BY road_map_execution.school_id,
    road_map_execution.measure_id,
    road_map_execution.due_date
