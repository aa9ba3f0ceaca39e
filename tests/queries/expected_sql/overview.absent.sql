-- the whole region; one municipality, urban schools, one cohort
SELECT event_participation.event,
    event_participation.oktmo,
    municipality.short_name_ru AS name,
    event_participation.source
FROM event_participation
JOIN event ON event.code = event_participation.event
JOIN municipality ON municipality.oktmo = event_participation.oktmo
WHERE event.region = :region AND CAST(EXTRACT(year FROM event.start_date) AS INTEGER) = :year AND event_participation.state = :state_1
ORDER BY municipality.short_name_ru,
    event_participation.oktmo,
    event_participation.event
