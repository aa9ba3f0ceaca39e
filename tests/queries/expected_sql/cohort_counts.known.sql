SELECT DISTINCT municipal_indicator.region,
    municipal_indicator.indicator
FROM municipal_indicator
WHERE municipal_indicator.denominator > :denominator_1
ORDER BY municipal_indicator.region,
    municipal_indicator.indicator
