-- the whole region
WITH places AS
(SELECT schools.year AS year,
    schools.oktmo AS oktmo,
    count(*) AS schools,
    CAST(sum(schools.results) AS BIGINT) AS results,
    CAST(sum(schools.below) AS BIGINT) AS below,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_3,
    sum(CAST(schools.below AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS below_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS "cross"
FROM (SELECT result_block.year AS year, result_block.oktmo AS oktmo, CAST(sum(result_block.results) AS BIGINT) AS results, CAST(sum(result_block.below) AS BIGINT) AS below
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.year <= :year
GROUP BY result_block.year,
    result_block.oktmo,
    result_block.school_id) AS schools
GROUP BY schools.year,
    schools.oktmo)
SELECT spread.year,
    spread.within,
    spread.apart,
    spread.together,
    spread.sizes,
    spread.freedom
FROM (SELECT places.year AS year, CAST(sum(CAST((places.below_2 - :param_1 * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places."cross") + (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS within, CAST(sum(CAST(CAST(places.results AS DOUBLE PRECISION) - places.results_2 / CAST(places.results AS DOUBLE PRECISION) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS apart, CAST(sum(CAST((places.results_2 - (:results_3_1 * places.results_3) / CAST(places.results AS DOUBLE PRECISION)) + (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) * (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS together, CAST(sum(CAST(places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS sizes, CAST(sum(places.schools - :schools_1) AS BIGINT) AS freedom
FROM places
GROUP BY places.year) AS spread
ORDER BY spread.year


-- one municipality, urban schools, one cohort
WITH places AS
(SELECT schools.year AS year,
    schools.oktmo AS oktmo,
    count(*) AS schools,
    CAST(sum(schools.results) AS BIGINT) AS results,
    CAST(sum(schools.below) AS BIGINT) AS below,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.results AS DOUBLE PRECISION)) AS results_3,
    sum(CAST(schools.below AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS below_2,
    sum(CAST(schools.results AS DOUBLE PRECISION) * CAST(schools.below AS DOUBLE PRECISION)) AS "cross"
FROM (SELECT result_block.year AS year, result_block.oktmo AS oktmo, CAST(sum(result_block.results) AS BIGINT) AS results, CAST(sum(result_block.below) AS BIGINT) AS below
FROM result_block
JOIN shown_indicator ON shown_indicator.procedure = result_block.procedure
WHERE result_block.measure = :measure_1 AND result_block.region = :region AND shown_indicator.code = :indicator AND result_block.locality = :locality_1 AND result_block.subject = :subject AND result_block.year <= :year
GROUP BY result_block.year,
    result_block.oktmo,
    result_block.school_id) AS schools
GROUP BY schools.year,
    schools.oktmo)
SELECT spread.year,
    spread.within,
    spread.apart,
    spread.together,
    spread.sizes,
    spread.freedom
FROM (SELECT places.year AS year, CAST(sum(CAST((places.below_2 - :param_1 * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places."cross") + (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * (CAST(places.below AS DOUBLE PRECISION) / CAST(places.results AS DOUBLE PRECISION)) * places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS within, CAST(sum(CAST(CAST(places.results AS DOUBLE PRECISION) - places.results_2 / CAST(places.results AS DOUBLE PRECISION) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS apart, CAST(sum(CAST((places.results_2 - (:results_3_1 * places.results_3) / CAST(places.results AS DOUBLE PRECISION)) + (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) * (places.results_2 / CAST(places.results AS DOUBLE PRECISION)) AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS together, CAST(sum(CAST(places.results_2 AS NUMERIC(38, 6))) AS DOUBLE PRECISION) AS sizes, CAST(sum(places.schools - :schools_1) AS BIGINT) AS freedom
FROM places
GROUP BY places.year) AS spread
ORDER BY spread.year
