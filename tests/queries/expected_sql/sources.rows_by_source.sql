SELECT rows.source,
    count(*) AS rows
FROM (SELECT recommendation.source AS source
FROM recommendation UNION ALL SELECT road_map_measure.source AS source
FROM road_map_measure UNION ALL SELECT regional_measure_fact.source AS source
FROM regional_measure_fact UNION ALL SELECT stated_fact.source AS source
FROM stated_fact) AS rows
GROUP BY rows.source
ORDER BY rows.source
