-- the whole region; one municipality, urban schools, one cohort
SELECT event.code,
    event.name_ru,
    event.name_en,
    event.start_date,
    event.end_date,
    given.recommendations,
    event.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM event
LEFT OUTER JOIN (SELECT recommendation.event AS event, count(*) AS recommendations
FROM recommendation
GROUP BY recommendation.event) AS given ON given.event = event.code
LEFT OUTER JOIN source_document ON source_document.source = event.source
WHERE event.region = :region
ORDER BY event.start_date,
    event.code
