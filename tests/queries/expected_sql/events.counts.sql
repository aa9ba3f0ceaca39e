-- the whole region; one municipality, urban schools, one cohort
SELECT event_count.event,
    event_count.attribute,
    event_count.value,
    event_count.unit,
    event_count.source
FROM event_count
JOIN event ON event.code = event_count.event
WHERE event.region = :region
ORDER BY event_count.event,
    event_count.attribute
