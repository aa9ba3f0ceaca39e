-- the whole region
WITH axis AS
(SELECT CAST(years.year AS VARCHAR) AS "column",
    years.year AS position,
    CAST(:indicator AS VARCHAR) AS indicator,
    years.year AS year
FROM (SELECT municipal_indicator.year AS year
FROM municipal_indicator
WHERE municipal_indicator.region = :region UNION SELECT indicator_value.year AS year
FROM indicator_value
JOIN municipality ON municipality.oktmo = indicator_value.oktmo
WHERE municipality.region = :region AND indicator_value.indicator = :indicator) AS years
WHERE years.year BETWEEN :first_year AND :year),
places AS
(SELECT schools.year AS year,
    schools.indicator AS indicator,
    schools.oktmo AS oktmo,
    count(*) AS schools,
    CAST(sum(schools.results) AS BIGINT) AS results,
    CAST(sum(schools.below) AS BIGINT) AS below,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_3,
    sum(CAST(schools.below AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS below_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS "cross"
FROM (SELECT result_block.year AS year, shown_indicator.code AS indicator, result_block.oktmo AS oktmo, CAST(sum(result_block.results) AS BIGINT) AS results, CAST(sum(result_block.below) AS BIGINT) AS below
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.year,
    shown_indicator.code,
    result_block.oktmo,
    result_block.school_id) AS schools
GROUP BY schools.year,
    schools.indicator,
    schools.oktmo),
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
WHERE shown_indicator.kind = :kind_2)) AND true
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator UNION ALL SELECT places.oktmo AS oktmo,
    places.year AS year,
    places.indicator AS indicator,
    places.below AS numerator,
    places.results AS denominator,
    places.schools AS schools,
    here.shown AS shown,
    whole.shown AS region_shown
FROM places
JOIN (SELECT of_municipal.oktmo AS oktmo, of_municipal.year AS year, of_municipal.indicator AS indicator, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_2 ELSE :param_3 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_municipal
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_4 ELSE :param_5 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.oktmo = of_municipal.oktmo AND of_regional.year = of_municipal.year AND of_regional.indicator = of_municipal.indicator) AS here ON here.oktmo = places.oktmo AND here.year = places.year AND here.indicator = places.indicator
JOIN (SELECT of_municipal.region AS region, of_municipal.year AS year, of_municipal.indicator AS indicator, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_6 ELSE :param_7 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_municipal
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_8 ELSE :param_9 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.region = of_municipal.region AND of_regional.year = of_municipal.year AND of_regional.indicator = of_municipal.indicator) AS whole ON whole.year = places.year AND whole.indicator = places.indicator)
SELECT municipality.oktmo,
    municipality.short_name_ru AS name,
    axis."column",
    axis.position,
    axis.indicator,
    axis.year,
    CASE WHEN (shown_indicator.kind = :kind_1) THEN :param_1 ELSE shown_indicator.kind END AS kind,
    indicator.direction,
    indicator.unit,
    counted.numerator AS numerator,
    counted.denominator AS denominator,
    counted.schools AS schools,
    coalesce(counted.shown, :coalesce_1) AS shown,
    coalesce(counted.region_shown, :coalesce_2) AS region_shown,
    spread.within,
    spread.apart,
    spread.together,
    spread.sizes,
    spread.freedom,
    indicator_value.value AS value,
    municipal_report.reported,
    series_break.year IS NOT NULL AS broken
FROM municipality
JOIN axis ON true
JOIN shown_indicator ON shown_indicator.code = axis.indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
LEFT OUTER JOIN counted ON counted.oktmo = municipality.oktmo AND counted.year = axis.year AND counted.indicator = axis.indicator
LEFT OUTER JOIN (SELECT places.year AS year, places.indicator AS indicator, CAST(sum(CAST((places.below_2 - :param_10 * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places."cross") + (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS within, CAST(sum(CAST(CAST(places.results AS DOUBLE PRECISION) - places.results_2 / CAST(places.results AS DOUBLE PRECISION) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS apart, CAST(sum(CAST((places.results_2 - (:results_3_1 * places.results_3) / CAST(places.results AS DOUBLE PRECISION)) + (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) * (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS together, CAST(sum(CAST(places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS sizes, CAST(sum(places.schools - :schools_1) AS BIGINT) AS freedom
FROM places
GROUP BY places.year,
    places.indicator) AS spread ON spread.year = axis.year AND spread.indicator = axis.indicator
LEFT OUTER JOIN indicator_value ON indicator_value.oktmo = municipality.oktmo AND indicator_value.year = axis.year AND indicator_value.indicator = axis.indicator
LEFT OUTER JOIN municipal_report ON municipal_report.oktmo = municipality.oktmo AND municipal_report.year = axis.year AND municipal_report.subject = shown_indicator.report_subject
LEFT OUTER JOIN series_break ON series_break.procedure = shown_indicator.procedure AND series_break.year = axis.year
WHERE municipality.region = :region
ORDER BY axis.position,
    municipality.oktmo


-- one municipality, urban schools, one cohort
WITH axis AS
(SELECT CAST(years.year AS VARCHAR) AS "column",
    years.year AS position,
    CAST(:indicator AS VARCHAR) AS indicator,
    years.year AS year
FROM (SELECT municipal_indicator.year AS year
FROM municipal_indicator
WHERE municipal_indicator.region = :region UNION SELECT indicator_value.year AS year
FROM indicator_value
JOIN municipality ON municipality.oktmo = indicator_value.oktmo
WHERE municipality.region = :region AND indicator_value.indicator = :indicator) AS years
WHERE years.year BETWEEN :first_year AND :year),
places AS
(SELECT schools.year AS year,
    schools.indicator AS indicator,
    schools.oktmo AS oktmo,
    count(*) AS schools,
    CAST(sum(schools.results) AS BIGINT) AS results,
    CAST(sum(schools.below) AS BIGINT) AS below,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_3,
    sum(CAST(schools.below AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS below_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS "cross"
FROM (SELECT result_block.year AS year, shown_indicator.code AS indicator, result_block.oktmo AS oktmo, CAST(sum(result_block.results) AS BIGINT) AS results, CAST(sum(result_block.below) AS BIGINT) AS below
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.year,
    shown_indicator.code,
    result_block.oktmo,
    result_block.school_id) AS schools
GROUP BY schools.year,
    schools.indicator,
    schools.oktmo),
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
WHERE shown_indicator.kind = :kind_2)) AND municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator UNION ALL SELECT places.oktmo AS oktmo,
    places.year AS year,
    places.indicator AS indicator,
    places.below AS numerator,
    places.results AS denominator,
    places.schools AS schools,
    here.shown AS shown,
    whole.shown AS region_shown
FROM places
JOIN (SELECT of_municipal.oktmo AS oktmo, of_municipal.year AS year, of_municipal.indicator AS indicator, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_1 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_2 ELSE :param_3 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_municipal
JOIN (SELECT blocks.oktmo AS oktmo, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_2 AS BOOLEAN) AS whole
FROM (SELECT result_block.oktmo AS oktmo, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_4 ELSE :param_5 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.oktmo,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.oktmo,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.oktmo = of_municipal.oktmo AND of_regional.year = of_municipal.year AND of_regional.indicator = of_municipal.indicator) AS here ON here.oktmo = places.oktmo AND here.year = places.year AND here.indicator = places.indicator
JOIN (SELECT of_municipal.region AS region, of_municipal.year AS year, of_municipal.indicator AS indicator, of_municipal.whole OR of_regional.whole AS shown
FROM (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_3 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_municipal)) THEN :param_6 ELSE :param_7 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_municipal) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_municipal
JOIN (SELECT blocks.region AS region, blocks.year AS year, blocks.indicator AS indicator, CAST(min(blocks.is_whole) = :min_4 AS BOOLEAN) AS whole
FROM (SELECT result_block.region AS region, result_block.year AS year, shown_indicator.code AS indicator, CASE WHEN (sum(result_block.results) = min(result_block.of_regional)) THEN :param_8 ELSE :param_9 END AS is_whole
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND result_block.locality = :locality_2 AND result_block.entry_year = :cohort AND result_block.year BETWEEN :first_year AND :year AND shown_indicator.code = :indicator
GROUP BY result_block.region,
    result_block.year,
    shown_indicator.code,
    result_block.procedure,
    result_block.year,
    result_block.block_regional) AS blocks
GROUP BY blocks.region,
    blocks.year,
    blocks.indicator) AS of_regional ON of_regional.region = of_municipal.region AND of_regional.year = of_municipal.year AND of_regional.indicator = of_municipal.indicator) AS whole ON whole.year = places.year AND whole.indicator = places.indicator)
SELECT municipality.oktmo,
    municipality.short_name_ru AS name,
    axis."column",
    axis.position,
    axis.indicator,
    axis.year,
    CASE WHEN (shown_indicator.kind = :kind_1) THEN :param_1 ELSE shown_indicator.kind END AS kind,
    indicator.direction,
    indicator.unit,
    counted.numerator AS numerator,
    counted.denominator AS denominator,
    counted.schools AS schools,
    coalesce(counted.shown, :coalesce_1) AS shown,
    coalesce(counted.region_shown, :coalesce_2) AS region_shown,
    spread.within,
    spread.apart,
    spread.together,
    spread.sizes,
    spread.freedom,
    CAST(NULL AS DOUBLE PRECISION) AS value,
    municipal_report.reported,
    series_break.year IS NOT NULL AS broken
FROM municipality
JOIN axis ON true
JOIN shown_indicator ON shown_indicator.code = axis.indicator
JOIN indicator ON indicator.code = shown_indicator.indicator
LEFT OUTER JOIN counted ON counted.oktmo = municipality.oktmo AND counted.year = axis.year AND counted.indicator = axis.indicator
LEFT OUTER JOIN (SELECT places.year AS year, places.indicator AS indicator, CAST(sum(CAST((places.below_2 - :param_10 * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places."cross") + (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS within, CAST(sum(CAST(CAST(places.results AS DOUBLE PRECISION) - places.results_2 / CAST(places.results AS DOUBLE PRECISION) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS apart, CAST(sum(CAST((places.results_2 - (:results_3_1 * places.results_3) / CAST(places.results AS DOUBLE PRECISION)) + (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) * (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS together, CAST(sum(CAST(places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS sizes, CAST(sum(places.schools - :schools_1) AS BIGINT) AS freedom
FROM places
GROUP BY places.year,
    places.indicator) AS spread ON spread.year = axis.year AND spread.indicator = axis.indicator
LEFT OUTER JOIN indicator_value ON indicator_value.oktmo = municipality.oktmo AND indicator_value.year = axis.year AND indicator_value.indicator = axis.indicator
LEFT OUTER JOIN municipal_report ON municipal_report.oktmo = municipality.oktmo AND municipal_report.year = axis.year AND municipal_report.subject = shown_indicator.report_subject
LEFT OUTER JOIN series_break ON series_break.procedure = shown_indicator.procedure AND series_break.year = axis.year
WHERE municipality.region = :region
ORDER BY axis.position,
    municipality.oktmo
