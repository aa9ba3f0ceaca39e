-- the whole region; one municipality, urban schools, one cohort
SELECT road_map_execution.school_id,
    road_map_execution.measure_id,
    road_map_execution.due_date,
    road_map_execution.done_date
FROM road_map_execution
WHERE CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year AND road_map_execution.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo = :municipality)
ORDER BY road_map_execution.school_id,
    road_map_execution.measure_id,
    road_map_execution.due_date
