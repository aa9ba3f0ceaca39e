-- the whole region; one municipality, urban schools, one cohort
SELECT :param_1 AS school_id,
    indicator_value.value,
    indicator_value.numerator,
    indicator_value.denominator
FROM indicator_value
WHERE indicator_value.oktmo = :municipality AND indicator_value.year = :year AND indicator_value.indicator = :indicator
ORDER BY indicator_value.oktmo
