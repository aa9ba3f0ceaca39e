-- the whole region
SELECT DISTINCT CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) AS year
FROM road_map_execution
JOIN road_map_measure ON road_map_measure.measure_id = road_map_execution.measure_id
JOIN road_map ON road_map.code = road_map_measure.road_map
JOIN school ON school.school_id = road_map_execution.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = road_map_execution.school_id AND school_status.year = CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)
WHERE road_map.region = :region AND municipality.region = :region
ORDER BY CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)


-- one municipality, urban schools, one cohort
SELECT DISTINCT CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) AS year
FROM road_map_execution
JOIN road_map_measure ON road_map_measure.measure_id = road_map_execution.measure_id
JOIN road_map ON road_map.code = road_map_measure.road_map
JOIN school ON school.school_id = road_map_execution.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = road_map_execution.school_id AND school_status.year = CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)
WHERE road_map.region = :region AND municipality.region = :region AND school.oktmo = :municipality AND (SELECT min(of_entry.year) AS min_1
FROM school_status AS of_entry
WHERE of_entry.school_id = school.school_id AND of_entry.in_project) = :cohort AND school.locality = :locality_1
ORDER BY CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER)
