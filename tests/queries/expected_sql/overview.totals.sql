-- the whole region
WITH counts AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.indicator IN (:indicator_1_1, :indicator_1_2, :indicator_1_3) AND municipal_indicator.year <= :year AND true
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator)
SELECT counts.indicator,
    counts.year,
    CAST(sum(counts.numerator) AS BIGINT) AS numerator,
    CAST(sum(counts.denominator) AS BIGINT) AS denominator,
    count(*) AS municipalities
FROM counts
GROUP BY counts.indicator,
    counts.year
ORDER BY counts.indicator,
    counts.year


-- one municipality, urban schools, one cohort
WITH counts AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.oktmo = :municipality AND municipal_indicator.indicator IN (:indicator_1_1, :indicator_1_2, :indicator_1_3) AND municipal_indicator.year <= :year AND municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator)
SELECT counts.indicator,
    counts.year,
    CAST(sum(counts.numerator) AS BIGINT) AS numerator,
    CAST(sum(counts.denominator) AS BIGINT) AS denominator,
    count(*) AS municipalities
FROM counts
GROUP BY counts.indicator,
    counts.year
ORDER BY counts.indicator,
    counts.year
