-- the whole region; one municipality, urban schools, one cohort
SELECT regional_measure_fact.measure_no,
    regional_measure_fact.fact_no,
    regional_measure_fact.measure,
    regional_measure_fact.collegium_task,
    regional_measure_fact.status,
    regional_measure_fact.date,
    regional_measure_fact.fact_ru,
    regional_measure_fact.evidence,
    regional_measure_fact.status_basis,
    regional_measure_fact.source,
    source_document.title_ru AS document_ru,
    source_document.title_en AS document_en
FROM regional_measure_fact
LEFT OUTER JOIN source_document ON source_document.source = regional_measure_fact.source
WHERE regional_measure_fact.region = :region
ORDER BY regional_measure_fact.measure_no,
    regional_measure_fact.fact_no
