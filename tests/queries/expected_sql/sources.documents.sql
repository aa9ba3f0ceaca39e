SELECT source_document.source,
    source_document.title_ru,
    source_document.title_en,
    source_document.document_date
FROM source_document
ORDER BY source_document.source
