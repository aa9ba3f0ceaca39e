-- the whole region
SELECT municipal_indicator.indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.year = :year AND municipal_indicator.indicator IN (:indicator_1_1, :indicator_1_2, :indicator_1_3, :indicator_1_4) AND true
GROUP BY municipal_indicator.indicator
ORDER BY municipal_indicator.indicator


-- one municipality, urban schools, one cohort
SELECT municipal_indicator.indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.oktmo = :municipality AND municipal_indicator.year = :year AND municipal_indicator.indicator IN (:indicator_1_1, :indicator_1_2, :indicator_1_3, :indicator_1_4) AND municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort
GROUP BY municipal_indicator.indicator
ORDER BY municipal_indicator.indicator
