SELECT rows.region,
    count(*) AS held
FROM (SELECT municipality.region AS region
FROM municipality,
    school
WHERE municipality.oktmo = school.oktmo UNION ALL SELECT municipality.region AS region
FROM municipality,
    indicator_value
WHERE municipality.oktmo = indicator_value.oktmo) AS rows
GROUP BY rows.region
ORDER BY rows.region
