SELECT series_break.procedure,
    series_break.year,
    series_break.note_ru,
    series_break.note_en,
    series_break.source
FROM series_break
ORDER BY series_break.procedure,
    series_break.year
