-- the whole region
SELECT followed.entry_year,
    followed.year,
    followed.schools,
    followed.participants,
    followed.below,
    followed.mean_score,
    followed.shown
FROM (SELECT sums.entry_year AS entry_year, sums.year AS year, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, whole.shown AS shown
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year) AS sums
JOIN (SELECT of_municipal.entry_year AS entry_year, of_municipal.year AS year, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.entry_year AS entry_year, blocks.year AS year, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.entry_year,
    blocks.year) AS of_municipal
JOIN (SELECT blocks.entry_year AS entry_year, blocks.year AS year, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.entry_year,
    blocks.year) AS of_regional ON of_regional.entry_year = of_municipal.entry_year AND of_regional.year = of_municipal.year) AS whole ON whole.entry_year = sums.entry_year AND whole.year = sums.year) AS followed
ORDER BY followed.entry_year,
    followed.year


-- one municipality, urban schools, one cohort
SELECT followed.entry_year,
    followed.year,
    followed.schools,
    followed.participants,
    followed.below,
    followed.mean_score,
    followed.shown
FROM (SELECT sums.entry_year AS entry_year, sums.year AS year, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, whole.shown AS shown
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year) AS sums
JOIN (SELECT of_municipal.entry_year AS entry_year, of_municipal.year AS year, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.entry_year AS entry_year, blocks.year AS year, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.entry_year,
    blocks.year) AS of_municipal
JOIN (SELECT blocks.entry_year AS entry_year, blocks.year AS year, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.entry_year AS entry_year, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.panel AND result_block.year <= :year
GROUP BY result_block.entry_year,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.entry_year,
    blocks.year) AS of_regional ON of_regional.entry_year = of_municipal.entry_year AND of_regional.year = of_municipal.year) AS whole ON whole.entry_year = sums.entry_year AND whole.year = sums.year) AS followed
ORDER BY followed.entry_year,
    followed.year
