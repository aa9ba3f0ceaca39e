SELECT municipality.oktmo,
    municipality.region,
    municipality.name_ru,
    municipality.short_name_ru,
    municipality.kind,
    municipality.admin_centre,
    CASE WHEN (municipality.valid_from IS NOT NULL) THEN least(CAST(EXTRACT(year FROM municipality.valid_from) AS INTEGER), years.first) END AS first_year,
    CASE WHEN (municipality.valid_to IS NOT NULL) THEN greatest(CAST(EXTRACT(year FROM municipality.valid_to) AS INTEGER), years.last) END AS last_year,
    municipality.successor
FROM municipality
LEFT OUTER JOIN (SELECT rows.oktmo AS oktmo, min(rows.year) AS first, max(rows.year) AS last
FROM (SELECT municipal_indicator.oktmo AS oktmo, municipal_indicator.year AS year
FROM municipal_indicator UNION SELECT indicator_value.oktmo AS oktmo,
    indicator_value.year AS year
FROM indicator_value) AS rows
GROUP BY rows.oktmo) AS years ON years.oktmo = municipality.oktmo
ORDER BY municipality.region,
    municipality.short_name_ru,
    municipality.oktmo
