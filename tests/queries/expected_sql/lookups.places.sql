-- the whole region; one municipality, urban schools, one cohort
SELECT municipal_point.oktmo,
    municipal_point.label_latitude,
    municipal_point.label_longitude,
    municipal_point.centre_latitude,
    municipal_point.centre_longitude,
    municipal_point.hex_column,
    municipal_point.hex_row,
    municipality.kind
FROM municipal_point
JOIN municipality ON municipality.oktmo = municipal_point.oktmo
WHERE municipality.region = :region
ORDER BY municipal_point.oktmo
