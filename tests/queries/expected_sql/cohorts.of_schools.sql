-- the whole region
SELECT anon_1.school_id,
    anon_1.year,
    anon_1.schools,
    anon_1.participants,
    anon_1.below,
    anon_1.mean_score,
    anon_1.shown
FROM (SELECT anon_2.school_id AS school_id, anon_2.year AS year, anon_2.schools AS schools, anon_2.participants AS participants, anon_2.below AS below, anon_2.mean_score AS mean_score, anon_3.whole OR anon_4.whole AS shown
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year) AS anon_2
JOIN (SELECT anon_5.school_id AS school_id, anon_5.year AS year, CAST(min(anon_5.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_5
GROUP BY anon_5.school_id,
    anon_5.year) AS anon_3 ON anon_3.school_id = anon_2.school_id AND anon_3.year = anon_2.year
JOIN (SELECT anon_6.school_id AS school_id, anon_6.year AS year, CAST(min(anon_6.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_6
GROUP BY anon_6.school_id,
    anon_6.year) AS anon_4 ON anon_4.school_id = anon_2.school_id AND anon_4.year = anon_2.year) AS anon_1
ORDER BY anon_1.school_id,
    anon_1.year


-- one municipality, urban schools, one cohort
SELECT anon_1.school_id,
    anon_1.year,
    anon_1.schools,
    anon_1.participants,
    anon_1.below,
    anon_1.mean_score,
    anon_1.shown
FROM (SELECT anon_2.school_id AS school_id, anon_2.year AS year, anon_2.schools AS schools, anon_2.participants AS participants, anon_2.below AS below, anon_2.mean_score AS mean_score, anon_3.whole OR anon_4.whole AS shown
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year) AS anon_2
JOIN (SELECT anon_5.school_id AS school_id, anon_5.year AS year, CAST(min(anon_5.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_5
GROUP BY anon_5.school_id,
    anon_5.year) AS anon_3 ON anon_3.school_id = anon_2.school_id AND anon_3.year = anon_2.year
JOIN (SELECT anon_6.school_id AS school_id, anon_6.year AS year, CAST(min(anon_6.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.school_id AS school_id, result_block.year AS year, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.year <= :year
GROUP BY result_block.school_id,
    result_block.year,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_6
GROUP BY anon_6.school_id,
    anon_6.year) AS anon_4 ON anon_4.school_id = anon_2.school_id AND anon_4.year = anon_2.year) AS anon_1
ORDER BY anon_1.school_id,
    anon_1.year
