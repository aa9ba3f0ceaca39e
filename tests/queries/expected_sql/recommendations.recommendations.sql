-- the whole region; one municipality, urban schools, one cohort
SELECT recommendation.rec_id,
    recommendation.event,
    event.name_ru AS event_ru,
    event.name_en AS event_en,
    event.start_date,
    event.end_date,
    recommendation.direction_no,
    recommendation.direction,
    recommendation.addressees,
    recommendation.text_ru,
    recommendation.due,
    recommendation.target,
    recommendation.indicator_code,
    indicator.name_ru AS indicator_ru,
    indicator.name_en AS indicator_en,
    recommendation.repeats_rec_id,
    recommendation.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM recommendation
JOIN event ON event.code = recommendation.event
LEFT OUTER JOIN indicator ON indicator.code = recommendation.indicator_code
LEFT OUTER JOIN source_document ON source_document.source = recommendation.source
WHERE event.region = :region
ORDER BY event.start_date,
    recommendation.event,
    recommendation.direction_no,
    recommendation.rec_id
