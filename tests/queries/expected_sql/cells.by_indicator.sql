-- the whole region
WITH axis AS
(SELECT shown_indicator.code AS "column",
    shown_indicator.position AS position,
    shown_indicator.code AS indicator,
    CAST(:year AS INTEGER) AS year
FROM shown_indicator),
counted AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator,
    CAST(sum(municipal_indicator.schools) AS BIGINT) AS schools,
    true AS shown,
    true AS region_shown
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND (municipal_indicator.indicator NOT IN (SELECT shown_indicator.code
FROM shown_indicator
WHERE shown_indicator.kind = :kind_1)) AND true
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator UNION ALL SELECT here.oktmo AS oktmo,
    here.year AS year,
    here.indicator AS indicator,
    here.below AS numerator,
    here.participants AS denominator,
    here.schools AS schools,
    here.shown AS shown,
    whole.shown AS region_shown
FROM (SELECT sums.oktmo AS oktmo, sums.year AS year, sums.indicator AS indicator, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code) AS sums
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_municipal ON of_municipal.oktmo = sums.oktmo AND of_municipal.year = sums.year AND of_municipal.indicator = sums.indicator
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.oktmo = sums.oktmo AND of_regional.year = sums.year AND of_regional.indicator = sums.indicator) AS here
JOIN (SELECT sums.region AS region, sums.year AS year, sums.indicator AS indicator, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code) AS sums
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_5 ELSE :param_6 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_municipal ON of_municipal.region = sums.region AND of_municipal.year = sums.year AND of_municipal.indicator = sums.indicator
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_7 ELSE :param_8 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.region = sums.region AND of_regional.year = sums.year AND of_regional.indicator = sums.indicator) AS whole ON whole.year = here.year AND whole.indicator = here.indicator)
SELECT municipality.oktmo,
    municipality.short_name_ru AS name,
    axis."column",
    axis.position,
    axis.indicator,
    axis.year,
    shown_indicator.kind,
    indicator.direction,
    shown_indicator.target,
    counted.numerator AS numerator,
    counted.denominator AS denominator,
    counted.schools AS schools,
    coalesce(counted.shown, :coalesce_1) AS shown,
    coalesce(counted.region_shown, :coalesce_2) AS region_shown,
    indicator_value.value AS value,
    municipal_report.reported,
    series_break.year IS NOT NULL AS broken
FROM municipality
JOIN axis ON true
JOIN shown_indicator ON shown_indicator.code = axis.indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
LEFT OUTER JOIN counted ON counted.oktmo = municipality.oktmo AND counted.year = axis.year AND counted.indicator = axis.indicator
LEFT OUTER JOIN indicator_value ON indicator_value.oktmo = municipality.oktmo AND indicator_value.year = axis.year AND indicator_value.indicator = axis.indicator
LEFT OUTER JOIN municipal_report ON municipal_report.oktmo = municipality.oktmo AND municipal_report.year = axis.year AND municipal_report.subject = shown_indicator.report_subject
LEFT OUTER JOIN series_break ON series_break.procedure = shown_indicator.procedure AND series_break.year = axis.year
WHERE municipality.region = :region
ORDER BY axis.position,
    municipality.oktmo


-- one municipality, urban schools, one cohort
WITH axis AS
(SELECT shown_indicator.code AS "column",
    shown_indicator.position AS position,
    shown_indicator.code AS indicator,
    CAST(:year AS INTEGER) AS year
FROM shown_indicator),
counted AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS denominator,
    CAST(sum(municipal_indicator.schools) AS BIGINT) AS schools,
    true AS shown,
    true AS region_shown
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND (municipal_indicator.indicator NOT IN (SELECT shown_indicator.code
FROM shown_indicator
WHERE shown_indicator.kind = :kind_1)) AND municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator UNION ALL SELECT here.oktmo AS oktmo,
    here.year AS year,
    here.indicator AS indicator,
    here.below AS numerator,
    here.participants AS denominator,
    here.schools AS schools,
    here.shown AS shown,
    whole.shown AS region_shown
FROM (SELECT sums.oktmo AS oktmo, sums.year AS year, sums.indicator AS indicator, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code) AS sums
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_municipal ON of_municipal.oktmo = sums.oktmo AND of_municipal.year = sums.year AND of_municipal.indicator = sums.indicator
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.oktmo = sums.oktmo AND of_regional.year = sums.year AND of_regional.indicator = sums.indicator) AS here
JOIN (SELECT sums.region AS region, sums.year AS year, sums.indicator AS indicator, sums.schools AS schools, sums.participants AS participants, sums.below AS below, sums.mean_score AS mean_score, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code) AS sums
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_5 ELSE :param_6 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_municipal ON of_municipal.region = sums.region AND of_municipal.year = sums.year AND of_municipal.indicator = sums.indicator
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_7 ELSE :param_8 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year = :year
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.region = sums.region AND of_regional.year = sums.year AND of_regional.indicator = sums.indicator) AS whole ON whole.year = here.year AND whole.indicator = here.indicator)
SELECT municipality.oktmo,
    municipality.short_name_ru AS name,
    axis."column",
    axis.position,
    axis.indicator,
    axis.year,
    shown_indicator.kind,
    indicator.direction,
    shown_indicator.target,
    counted.numerator AS numerator,
    counted.denominator AS denominator,
    counted.schools AS schools,
    coalesce(counted.shown, :coalesce_1) AS shown,
    coalesce(counted.region_shown, :coalesce_2) AS region_shown,
    CAST(NULL AS DOUBLE PRECISION) AS value,
    municipal_report.reported,
    series_break.year IS NOT NULL AS broken
FROM municipality
JOIN axis ON true
JOIN shown_indicator ON shown_indicator.code = axis.indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
LEFT OUTER JOIN counted ON counted.oktmo = municipality.oktmo AND counted.year = axis.year AND counted.indicator = axis.indicator
LEFT OUTER JOIN indicator_value ON indicator_value.oktmo = municipality.oktmo AND indicator_value.year = axis.year AND indicator_value.indicator = axis.indicator
LEFT OUTER JOIN municipal_report ON municipal_report.oktmo = municipality.oktmo AND municipal_report.year = axis.year AND municipal_report.subject = shown_indicator.report_subject
LEFT OUTER JOIN series_break ON series_break.procedure = shown_indicator.procedure AND series_break.year = axis.year
WHERE municipality.region = :region
ORDER BY axis.position,
    municipality.oktmo
