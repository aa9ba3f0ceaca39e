-- the whole region; one municipality, urban schools, one cohort
SELECT event.code,
    event.name_ru,
    event.name_en,
    event.start_date,
    event_count.attribute,
    event_count.value,
    event_count.unit,
    event_count.source
FROM event
JOIN event_count ON event_count.event = event.code
WHERE event.region = :region AND CAST(EXTRACT(year FROM event.start_date) AS INTEGER) = :year
ORDER BY event.start_date DESC,
    event.code,
    event_count.attribute
