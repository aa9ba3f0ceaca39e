SELECT document_kind.document,
    document_kind.stage_no,
    document_kind.stage_ru,
    document_kind.stage_en,
    document_kind.name_ru,
    document_kind.name_en,
    document_kind.due,
    document_kind.source
FROM document_kind
ORDER BY document_kind.stage_no,
    document_kind.due,
    document_kind.document
