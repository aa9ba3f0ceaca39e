-- From 7: a region may bring settings and targets of its own, within limits that each rule declares,
-- and municipalities with the days between which they exist.
ALTER TABLE municipality ADD COLUMN valid_from DATE;
ALTER TABLE municipality ADD COLUMN valid_to DATE;
ALTER TABLE municipality ADD COLUMN successor VARCHAR;
-- Made anew: a table that an earlier step has written to cannot be altered in the same transaction.
CREATE OR REPLACE TABLE setting AS
SELECT setting.*, CAST(limits.minimum AS DOUBLE) AS minimum,
    CAST(limits.maximum AS DOUBLE) AS maximum, limits.whole
FROM setting LEFT JOIN (VALUES
        ('threshold_share', 0, 100, false),
        ('threshold_procedures', 1, 20, true),
        ('threshold_years', 1, 10, true),
        ('minimum_group', 10, 1000, true),
        ('minimum_rest', 10, 1000, true),
        ('small_group', 5, 100, true),
        ('confidence', 50, 99.9, false),
        ('attention_rows', 1, 100, true),
        ('jump_robust_z', 0.1, 100, false),
        ('jump_points', 0, 100, false),
        ('trend_changes', 2, 20, true),
        ('trend_slope', 0, 100, false),
        ('trend_visible', 0.1, 100, false),
        ('trend_series', 2, 10000, true),
        ('comparison_bandwidth', 0.1, 100, false),
        ('cohort_schools', 2, 1000, true),
        ('verdict_schools', 2, 1000, true),
        ('reference_schools', 10, 100000, true),
        ('comparison_schools', 2, 1000, true),
        ('mentor_places', 1, 100, true),
        ('pace_months', 1, 120, true),
        ('pace_least_months', 1, 120, true),
        ('pace_confidence', 50, 99, false),
        ('farthest_km', 1, 10000, false),
        ('weight_distance', 0, 5, true),
        ('weight_fit', 0, 5, true),
        ('weight_locality', 0, 5, true),
        ('weight_load', 0, 5, true),
        ('doubt_measures', 1, 1000, true)
) AS limits (code, minimum, maximum, whole) ON limits.code = setting.code
ORDER BY setting.code;
CREATE TABLE region_setting (region VARCHAR, setting VARCHAR, value DOUBLE, source VARCHAR);
CREATE TABLE region_target (
    region VARCHAR, indicator VARCHAR, target DOUBLE, target_year INTEGER, source VARCHAR
);
UPDATE data_version SET schema_number = 8;
