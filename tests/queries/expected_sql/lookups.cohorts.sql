SELECT DISTINCT municipal_indicator.region,
    municipal_indicator.entry_year
FROM municipal_indicator
WHERE municipal_indicator.entry_year > :entry_year_1
ORDER BY municipal_indicator.region,
    municipal_indicator.entry_year
