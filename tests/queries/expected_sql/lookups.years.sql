SELECT DISTINCT municipal_indicator.region,
    municipal_indicator.year
FROM municipal_indicator
ORDER BY municipal_indicator.region,
    municipal_indicator.year
