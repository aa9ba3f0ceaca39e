-- the whole region; one municipality, urban schools, one cohort
SELECT road_map.code,
    road_map.name_ru,
    road_map.name_en,
    road_map.first_year,
    road_map.last_year,
    road_map.basis,
    road_map.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM road_map
LEFT OUTER JOIN source_document ON source_document.source = road_map.source
WHERE road_map.region = :region
ORDER BY road_map.code
