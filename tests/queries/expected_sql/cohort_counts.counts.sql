-- the whole region
SELECT CASE WHEN (municipal_indicator.entry_year <= :year) THEN municipal_indicator.entry_year ELSE :param_1 END AS entry_year,
    municipal_indicator.year,
    CAST(sum(municipal_indicator.schools) AS BIGINT) AS schools,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.indicator = :indicator AND municipal_indicator.year <= :year
GROUP BY CASE WHEN (municipal_indicator.entry_year <= :year) THEN municipal_indicator.entry_year ELSE :param_1 END,
    municipal_indicator.year
HAVING sum(municipal_indicator.denominator) > :sum_1
ORDER BY entry_year,
    municipal_indicator.year


-- one municipality, urban schools, one cohort
SELECT CASE WHEN (municipal_indicator.entry_year <= :year) THEN municipal_indicator.entry_year ELSE :param_1 END AS entry_year,
    municipal_indicator.year,
    CAST(sum(municipal_indicator.schools) AS BIGINT) AS schools,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.indicator = :indicator AND municipal_indicator.year <= :year AND municipal_indicator.locality = :locality_1
GROUP BY CASE WHEN (municipal_indicator.entry_year <= :year) THEN municipal_indicator.entry_year ELSE :param_1 END,
    municipal_indicator.year
HAVING sum(municipal_indicator.denominator) > :sum_1
ORDER BY entry_year,
    municipal_indicator.year
