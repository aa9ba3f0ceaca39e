SELECT shown_indicator.code,
    shown_indicator.kind,
    shown_indicator.procedure,
    shown_indicator.short_ru,
    shown_indicator.short_en,
    shown_indicator.definition_ru,
    shown_indicator.definition_en,
    shown_indicator.caveat_ru,
    shown_indicator.caveat_en,
    indicator.direction,
    indicator.unit,
    indicator.source,
    indicator.basis
FROM shown_indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
ORDER BY shown_indicator.position
