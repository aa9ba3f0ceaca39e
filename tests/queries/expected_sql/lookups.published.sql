SELECT DISTINCT municipality.region,
    indicator_value.indicator,
    shown_indicator.position
FROM indicator_value
JOIN municipality ON municipality.oktmo = indicator_value.oktmo
JOIN shown_indicator ON shown_indicator.code = indicator_value.indicator
ORDER BY municipality.region,
    shown_indicator.position
