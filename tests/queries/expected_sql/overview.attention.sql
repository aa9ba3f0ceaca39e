-- the whole region
WITH counts AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.indicator IN (:indicator_5_1, :indicator_5_2, :indicator_5_3) AND municipal_indicator.year <= :year AND true
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator)
SELECT counts.oktmo,
    municipality.short_name_ru AS name,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT) AS no_mentor,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_2) THEN counts.denominator END) AS BIGINT) AS schools,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT) AS overdue,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_4) THEN counts.denominator END) AS BIGINT) AS due
FROM counts
JOIN municipality ON municipality.oktmo = counts.oktmo
WHERE counts.year = :year
GROUP BY counts.oktmo,
    municipality.short_name_ru
HAVING coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_1) + coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_2) > :param_1
ORDER BY coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_3) DESC,
    coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_4) DESC,
    counts.oktmo


-- one municipality, urban schools, one cohort
WITH counts AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.oktmo = :municipality AND municipal_indicator.indicator IN (:indicator_5_1, :indicator_5_2, :indicator_5_3) AND municipal_indicator.year <= :year AND municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator)
SELECT counts.oktmo,
    municipality.short_name_ru AS name,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT) AS no_mentor,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_2) THEN counts.denominator END) AS BIGINT) AS schools,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT) AS overdue,
    CAST(sum(CASE WHEN (counts.indicator = :indicator_4) THEN counts.denominator END) AS BIGINT) AS due
FROM counts
JOIN municipality ON municipality.oktmo = counts.oktmo
WHERE counts.year = :year
GROUP BY counts.oktmo,
    municipality.short_name_ru
HAVING coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_1) + coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_2) > :param_1
ORDER BY coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_1) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_3) DESC,
    coalesce(CAST(sum(CASE WHEN (counts.indicator = :indicator_3) THEN counts.denominator - counts.numerator END) AS BIGINT), :coalesce_4) DESC,
    counts.oktmo
