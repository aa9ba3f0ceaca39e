SELECT known.region,
    known.year
FROM (SELECT municipal_indicator.region AS region, municipal_indicator.year AS year
FROM municipal_indicator
WHERE municipal_indicator.locality != :locality_1 UNION SELECT municipality.region AS region,
    indicator_value.year AS year
FROM municipality,
    indicator_value
WHERE municipality.oktmo = indicator_value.oktmo AND (municipality.region NOT IN (SELECT municipal_indicator.region
FROM municipal_indicator
WHERE municipal_indicator.locality != :locality_1))) AS known
ORDER BY known.region,
    known.year
