-- the whole region
WITH axis AS
(SELECT DISTINCT CAST(municipal_indicator.year AS VARCHAR) AS "column",
    municipal_indicator.year AS position,
    CAST(:indicator AS VARCHAR) AS indicator,
    municipal_indicator.year AS year
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.year BETWEEN :first_year AND :year),
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
    municipal_indicator.indicator UNION ALL SELECT anon_1.oktmo AS oktmo,
    anon_1.year AS year,
    anon_1.indicator AS indicator,
    anon_1.below AS numerator,
    anon_1.participants AS denominator,
    anon_1.schools AS schools,
    anon_1.shown AS shown,
    anon_2.shown AS region_shown
FROM (SELECT anon_3.oktmo AS oktmo, anon_3.year AS year, anon_3.indicator AS indicator, anon_3.schools AS schools, anon_3.participants AS participants, anon_3.below AS below, anon_3.mean_score AS mean_score, anon_4.whole OR anon_5.whole AS shown
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code) AS anon_3
JOIN (SELECT anon_6.oktmo AS oktmo, anon_6.year AS year, anon_6.indicator AS indicator, CAST(min(anon_6.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_6
GROUP BY anon_6.oktmo,
    anon_6.year,
    anon_6.indicator) AS anon_4 ON anon_4.oktmo = anon_3.oktmo AND anon_4.year = anon_3.year AND anon_4.indicator = anon_3.indicator
JOIN (SELECT anon_7.oktmo AS oktmo, anon_7.year AS year, anon_7.indicator AS indicator, CAST(min(anon_7.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_7
GROUP BY anon_7.oktmo,
    anon_7.year,
    anon_7.indicator) AS anon_5 ON anon_5.oktmo = anon_3.oktmo AND anon_5.year = anon_3.year AND anon_5.indicator = anon_3.indicator) AS anon_1
JOIN (SELECT anon_8.region AS region, anon_8.year AS year, anon_8.indicator AS indicator, anon_8.schools AS schools, anon_8.participants AS participants, anon_8.below AS below, anon_8.mean_score AS mean_score, anon_9.whole OR anon_10.whole AS shown
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code) AS anon_8
JOIN (SELECT anon_11.region AS region, anon_11.year AS year, anon_11.indicator AS indicator, CAST(min(anon_11.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_5 ELSE :param_6 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_11
GROUP BY anon_11.region,
    anon_11.year,
    anon_11.indicator) AS anon_9 ON anon_9.region = anon_8.region AND anon_9.year = anon_8.year AND anon_9.indicator = anon_8.indicator
JOIN (SELECT anon_12.region AS region, anon_12.year AS year, anon_12.indicator AS indicator, CAST(min(anon_12.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_7 ELSE :param_8 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_12
GROUP BY anon_12.region,
    anon_12.year,
    anon_12.indicator) AS anon_10 ON anon_10.region = anon_8.region AND anon_10.year = anon_8.year AND anon_10.indicator = anon_8.indicator) AS anon_2 ON anon_2.year = anon_1.year AND anon_2.indicator = anon_1.indicator)
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
(SELECT DISTINCT CAST(municipal_indicator.year AS VARCHAR) AS "column",
    municipal_indicator.year AS position,
    CAST(:indicator AS VARCHAR) AS indicator,
    municipal_indicator.year AS year
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.year BETWEEN :first_year AND :year),
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
    municipal_indicator.indicator UNION ALL SELECT anon_1.oktmo AS oktmo,
    anon_1.year AS year,
    anon_1.indicator AS indicator,
    anon_1.below AS numerator,
    anon_1.participants AS denominator,
    anon_1.schools AS schools,
    anon_1.shown AS shown,
    anon_2.shown AS region_shown
FROM (SELECT anon_3.oktmo AS oktmo, anon_3.year AS year, anon_3.indicator AS indicator, anon_3.schools AS schools, anon_3.participants AS participants, anon_3.below AS below, anon_3.mean_score AS mean_score, anon_4.whole OR anon_5.whole AS shown
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code) AS anon_3
JOIN (SELECT anon_6.oktmo AS oktmo, anon_6.year AS year, anon_6.indicator AS indicator, CAST(min(anon_6.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_1 ELSE :param_2 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_6
GROUP BY anon_6.oktmo,
    anon_6.year,
    anon_6.indicator) AS anon_4 ON anon_4.oktmo = anon_3.oktmo AND anon_4.year = anon_3.year AND anon_4.indicator = anon_3.indicator
JOIN (SELECT anon_7.oktmo AS oktmo, anon_7.year AS year, anon_7.indicator AS indicator, CAST(min(anon_7.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_3 ELSE :param_4 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_7
GROUP BY anon_7.oktmo,
    anon_7.year,
    anon_7.indicator) AS anon_5 ON anon_5.oktmo = anon_3.oktmo AND anon_5.year = anon_3.year AND anon_5.indicator = anon_3.indicator) AS anon_1
JOIN (SELECT anon_8.region AS region, anon_8.year AS year, anon_8.indicator AS indicator, anon_8.schools AS schools, anon_8.participants AS participants, anon_8.below AS below, anon_8.mean_score AS mean_score, anon_9.whole OR anon_10.whole AS shown
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, count(DISTINCT result_block.school_id) AS schools, CAST(sum(result_block.results) AS BIGINT) AS participants, CAST(sum(result_block.below) AS BIGINT) AS below, CAST(sum(result_block.points) / sum(result_block.results) AS DOUBLE PRECISION) AS mean_score
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code) AS anon_8
JOIN (SELECT anon_11.region AS region, anon_11.year AS year, anon_11.indicator AS indicator, CAST(min(anon_11.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_5 ELSE :param_6 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS anon_11
GROUP BY anon_11.region,
    anon_11.year,
    anon_11.indicator) AS anon_9 ON anon_9.region = anon_8.region AND anon_9.year = anon_8.year AND anon_9.indicator = anon_8.indicator
JOIN (SELECT anon_12.region AS region, anon_12.year AS year, anon_12.indicator AS indicator, CAST(min(anon_12.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_7 ELSE :param_8 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS anon_12
GROUP BY anon_12.region,
    anon_12.year,
    anon_12.indicator) AS anon_10 ON anon_10.region = anon_8.region AND anon_10.year = anon_8.year AND anon_10.indicator = anon_8.indicator) AS anon_2 ON anon_2.year = anon_1.year AND anon_2.indicator = anon_1.indicator)
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
