-- the whole region; one municipality, urban schools, one cohort
SELECT shown_indicator.code,
    coalesce(region_target.target, shown_indicator.target) AS target,
    coalesce(region_target.target_year, shown_indicator.target_year) AS target_year,
    shown_indicator.target AS usual,
    region_target.target IS NOT NULL AS own,
    CASE WHEN (region_target.target IS NOT NULL) THEN region_target.source ELSE indicator.source END AS source
FROM shown_indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
LEFT OUTER JOIN region_target ON region_target.indicator = shown_indicator.code AND region_target.region = :region
WHERE region_target.target IS NOT NULL OR shown_indicator.target IS NOT NULL
ORDER BY shown_indicator.position
