-- the whole region; one municipality, urban schools, one cohort
SELECT indicator.code,
    indicator.name_ru,
    indicator.name_en,
    indicator.observed_value,
    indicator.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM indicator
LEFT OUTER JOIN source_document ON source_document.source = indicator.source
WHERE (indicator.source IN (SELECT event.source
FROM event
WHERE event.region = :region) OR indicator.source IN (SELECT regional_measure_fact.source
FROM regional_measure_fact
WHERE regional_measure_fact.region = :region)) AND indicator.unit = :unit_1 AND indicator.observed_value IS NOT NULL
ORDER BY indicator.code
