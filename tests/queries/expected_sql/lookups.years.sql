SELECT known.region,
    known.year
FROM (SELECT municipal_indicator.region AS region, municipal_indicator.year AS year
FROM municipal_indicator UNION SELECT municipality.region AS region,
    indicator_value.year AS year
FROM municipality,
    indicator_value
WHERE municipality.oktmo = indicator_value.oktmo) AS known
ORDER BY known.region,
    known.year
