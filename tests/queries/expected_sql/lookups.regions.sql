SELECT region.code,
    region.name_ru,
    region.name_en
FROM region
ORDER BY region.code
