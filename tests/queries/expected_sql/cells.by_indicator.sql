-- the whole region
WITH axis AS
(SELECT shown_indicator.code AS "column",
    shown_indicator.position AS position,
    shown_indicator.code AS indicator,
    CAST(:year AS INTEGER) AS year
FROM shown_indicator),
kinds AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(CASE WHEN true THEN municipal_indicator.numerator END) AS BIGINT) AS numerator,
    CAST(sum(CASE WHEN true THEN municipal_indicator.denominator END) AS BIGINT) AS denominator,
    CAST(sum(CASE WHEN true THEN municipal_indicator.schools END) AS BIGINT) AS schools,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS all_numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS all_denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.year BETWEEN :first_year AND :year
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator),
counted AS
(SELECT kinds.oktmo AS oktmo,
    kinds.year AS year,
    kinds.indicator AS indicator,
    CAST(sum(kinds.numerator) AS BIGINT) AS numerator,
    CAST(sum(kinds.denominator) AS BIGINT) AS denominator,
    CAST(sum(kinds.schools) AS BIGINT) AS schools,
    CAST(sum(kinds.all_numerator) AS BIGINT) AS all_numerator,
    CAST(sum(kinds.all_denominator) AS BIGINT) AS all_denominator,
    min(CASE WHEN (kinds.all_denominator > :all_denominator_1) THEN kinds.all_denominator END) AS smallest
FROM kinds
GROUP BY kinds.oktmo,
    kinds.year,
    kinds.indicator)
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
    counted.all_numerator AS all_numerator,
    counted.all_denominator AS all_denominator,
    counted.smallest AS smallest,
    :param_1 AS filtered,
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
kinds AS
(SELECT municipal_indicator.oktmo AS oktmo,
    municipal_indicator.year AS year,
    municipal_indicator.indicator AS indicator,
    CAST(sum(CASE WHEN (municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort) THEN municipal_indicator.numerator END) AS BIGINT) AS numerator,
    CAST(sum(CASE WHEN (municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort) THEN municipal_indicator.denominator END) AS BIGINT) AS denominator,
    CAST(sum(CASE WHEN (municipal_indicator.locality = :locality_1 AND municipal_indicator.entry_year = :cohort) THEN municipal_indicator.schools END) AS BIGINT) AS schools,
    CAST(sum(municipal_indicator.numerator) AS BIGINT) AS all_numerator,
    CAST(sum(municipal_indicator.denominator) AS BIGINT) AS all_denominator
FROM municipal_indicator
WHERE municipal_indicator.region = :region AND municipal_indicator.year BETWEEN :first_year AND :year
GROUP BY municipal_indicator.oktmo,
    municipal_indicator.year,
    municipal_indicator.indicator,
    municipal_indicator.locality,
    municipal_indicator.low_performing,
    municipal_indicator.entry_year),
counted AS
(SELECT kinds.oktmo AS oktmo,
    kinds.year AS year,
    kinds.indicator AS indicator,
    CAST(sum(kinds.numerator) AS BIGINT) AS numerator,
    CAST(sum(kinds.denominator) AS BIGINT) AS denominator,
    CAST(sum(kinds.schools) AS BIGINT) AS schools,
    CAST(sum(kinds.all_numerator) AS BIGINT) AS all_numerator,
    CAST(sum(kinds.all_denominator) AS BIGINT) AS all_denominator,
    min(CASE WHEN (kinds.all_denominator > :all_denominator_1) THEN kinds.all_denominator END) AS smallest
FROM kinds
GROUP BY kinds.oktmo,
    kinds.year,
    kinds.indicator)
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
    counted.all_numerator AS all_numerator,
    counted.all_denominator AS all_denominator,
    counted.smallest AS smallest,
    :param_1 AS filtered,
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
