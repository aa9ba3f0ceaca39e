-- the whole region; one municipality, urban schools, one cohort
WITH entry AS
(SELECT school_status.school_id AS school_id,
    min(school_status.year) AS entry_year
FROM school_status
WHERE school_status.in_project
GROUP BY school_status.school_id)
SELECT road_map_execution.measure_id,
    road_map_execution.school_id,
    school.name AS school,
    school.oktmo,
    municipality.short_name_ru AS municipality,
    school.locality,
    coalesce(school_status.low_performing, :coalesce_1) AS low_performing,
    entry.entry_year,
    road_map_execution.due_date,
    road_map_execution.done_date,
    road_map_execution.evidence
FROM road_map_execution
JOIN school ON school.school_id = road_map_execution.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
LEFT OUTER JOIN school_status ON school_status.school_id = road_map_execution.school_id AND school_status.year = :year
LEFT OUTER JOIN entry ON entry.school_id = road_map_execution.school_id
WHERE municipality.region = :region AND CAST(EXTRACT(year FROM road_map_execution.due_date) AS INTEGER) = :year
ORDER BY road_map_execution.measure_id,
    road_map_execution.due_date,
    road_map_execution.school_id
