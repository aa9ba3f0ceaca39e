-- the whole region; one municipality, urban schools, one cohort
SELECT road_map_execution.measure_id,
    road_map_execution.school_id,
    school.oktmo,
    road_map_execution.due_date,
    road_map_execution.evidence
FROM road_map_execution
JOIN school ON school.school_id = road_map_execution.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND road_map_execution.done_date <= :day AND road_map_execution.evidence IS NOT NULL
ORDER BY road_map_execution.evidence,
    road_map_execution.measure_id,
    road_map_execution.due_date,
    road_map_execution.school_id
