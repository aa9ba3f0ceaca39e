-- the whole region; one municipality, urban schools, one cohort
SELECT :param_1 AS school_id,
    :param_1 AS name,
    CAST(NULL AS BOOLEAN) AS low_performing,
    coalesce(CAST(indicator_value.numerator AS DOUBLE PRECISION), indicator_value.value) AS numerator,
    CAST(indicator_value.denominator AS DOUBLE PRECISION) AS denominator
FROM indicator_value
WHERE indicator_value.oktmo = :municipality AND indicator_value.year = :year AND indicator_value.indicator = :indicator
ORDER BY indicator_value.oktmo
