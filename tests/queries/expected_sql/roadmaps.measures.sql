-- the whole region; one municipality, urban schools, one cohort
SELECT road_map_measure.measure_id,
    road_map_measure.road_map,
    road_map_measure.section_no,
    road_map_measure.section,
    road_map_measure.measure_no,
    road_map_measure.text_ru,
    road_map_measure.deadline_as_written,
    road_map_measure.start,
    road_map_measure."end",
    road_map_measure.recurrence,
    road_map_measure.months,
    road_map_measure.responsible,
    road_map_measure.sub_actions,
    road_map.first_year,
    road_map.last_year,
    road_map_measure.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM road_map_measure
JOIN road_map ON road_map.code = road_map_measure.road_map
LEFT OUTER JOIN source_document ON source_document.source = road_map_measure.source
WHERE road_map.region = :region
ORDER BY road_map_measure.road_map,
    road_map_measure.section_no,
    road_map_measure.measure_no,
    road_map_measure.measure_id
