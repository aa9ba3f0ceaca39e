-- the whole region
WITH "both" AS
(SELECT result_block.school_id AS school_id
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.school_id
HAVING count(DISTINCT result_block.year) = :count_1)
SELECT followed.year,
    followed.stayed,
    followed.schools,
    followed.participants,
    followed.below,
    followed.mean_score,
    followed.shown
FROM (SELECT sums.year AS year, sums.stayed AS stayed, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, whole.shown AS shown
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL) AS sums
JOIN (SELECT of_municipal.year AS year, of_municipal.stayed AS stayed, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.year AS year, blocks.stayed AS stayed, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.year,
    blocks.stayed) AS of_municipal
JOIN (SELECT blocks.year AS year, blocks.stayed AS stayed, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.year,
    blocks.stayed) AS of_regional ON of_regional.year = of_municipal.year AND of_regional.stayed = of_municipal.stayed) AS whole ON whole.year = sums.year AND whole.stayed = sums.stayed) AS followed
ORDER BY followed.year,
    followed.stayed


-- one municipality, urban schools, one cohort
WITH "both" AS
(SELECT result_block.school_id AS school_id
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.school_id
HAVING count(DISTINCT result_block.year) = :count_1)
SELECT followed.year,
    followed.stayed,
    followed.schools,
    followed.participants,
    followed.below,
    followed.mean_score,
    followed.shown
FROM (SELECT sums.year AS year, sums.stayed AS stayed, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, whole.shown AS shown
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL) AS sums
JOIN (SELECT of_municipal.year AS year, of_municipal.stayed AS stayed, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.year AS year, blocks.stayed AS stayed, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.year,
    blocks.stayed) AS of_municipal
JOIN (SELECT blocks.year AS year, blocks.stayed AS stayed, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.year AS year, "both".school_id IS NOT NULL AS stayed, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
JOIN school_status ON school_status.school_id = result_block.school_id AND school_status.year = result_block.year AND school_status.in_project
LEFT OUTER JOIN "both" ON "both".school_id = result_block.school_id
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year IN (:first_year, :year)
GROUP BY result_block.year,
    "both".school_id IS NOT NULL,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.year,
    blocks.stayed) AS of_regional ON of_regional.year = of_municipal.year AND of_regional.stayed = of_municipal.stayed) AS whole ON whole.year = sums.year AND whole.stayed = sums.stayed) AS followed
ORDER BY followed.year,
    followed.stayed
