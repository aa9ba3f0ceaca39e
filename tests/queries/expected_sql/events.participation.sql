-- the whole region; one municipality, urban schools, one cohort
SELECT event_participation.event,
    event_participation.oktmo,
    municipality.short_name_ru AS name,
    event_participation.state,
    event_participation.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM event_participation
JOIN event ON event.code = event_participation.event
JOIN municipality ON municipality.oktmo = event_participation.oktmo
LEFT OUTER JOIN source_document ON source_document.source = event_participation.source
WHERE event.region = :region
ORDER BY event_participation.event,
    municipality.short_name_ru,
    event_participation.oktmo
