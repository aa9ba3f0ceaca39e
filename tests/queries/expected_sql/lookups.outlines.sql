-- the whole region; one municipality, urban schools, one cohort
SELECT municipal_outline.oktmo,
    municipality.short_name_ru,
    municipal_outline.geometry,
    municipal_outline.source,
    municipal_outline.licence
FROM municipal_outline
JOIN municipality ON municipality.oktmo = municipal_outline.oktmo
WHERE municipality.region = :region
ORDER BY municipal_outline.oktmo
