-- the whole region; one municipality, urban schools, one cohort
SELECT municipality.oktmo,
    municipality.short_name_ru,
    municipal_point.label_latitude,
    municipal_point.label_longitude,
    municipal_point.centre_latitude,
    municipal_point.centre_longitude,
    municipal_point.hex_column,
    municipal_point.hex_row,
    municipality.kind
FROM municipality
LEFT OUTER JOIN municipal_point ON municipal_point.oktmo = municipality.oktmo
WHERE municipality.region = :region
ORDER BY municipality.short_name_ru,
    municipality.oktmo
