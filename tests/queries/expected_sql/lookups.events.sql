SELECT event.code,
    event.region,
    event.name_ru,
    event.name_en,
    event.start_date
FROM event
ORDER BY event.code
