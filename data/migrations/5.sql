-- From 4: results are parted into blocks that pages show whole or not at all. A copy that is only
-- read shows no number of pupils (of_* is 0); publishing it anew parts them.
INSERT INTO setting
SELECT 'minimum_rest', 10, 'results',
    'Наименьшее число таких результатов без любой одной школы группы',
    'Fewest such results without any one school of the group',
    'решение проекта / decision of this project', 'proposal'
WHERE 'minimum_rest' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'verdict_schools', 10, 'schools',
    'Наименьшее число школ когорты, при котором о чистом результате делается вывод',
    'Fewest schools of a cohort for which a verdict on the net result is given',
    'решение проекта / decision of this project', 'proposal'
WHERE 'verdict_schools' NOT IN (SELECT code FROM setting);
-- What nobody has set otherwise follows the methods that read it.
UPDATE setting SET value = 60 WHERE code = 'reference_schools' AND value = 30;
UPDATE setting SET value = 12 WHERE code = 'pace_months' AND value = 6;
CREATE TABLE result_block (
    school_id VARCHAR, "year" INTEGER, "procedure" VARCHAR, grade INTEGER, subject VARCHAR,
    measure VARCHAR, region VARCHAR, oktmo VARCHAR, locality VARCHAR, low_performing BOOLEAN,
    entry_year INTEGER, panel BOOLEAN, results INTEGER, below INTEGER, points DOUBLE,
    block_municipal INTEGER, block_regional INTEGER, of_municipal INTEGER, of_regional INTEGER
);
INSERT INTO result_block
SELECT a.school_id, a."year", a."procedure", a.grade, a.subject, measures.measure,
    m.region, s.oktmo, s.locality, coalesce(status.low_performing, false),
    coalesce(entry."year", 0), false, a.participants,
    CASE measures.measure WHEN 'below' THEN a.below_threshold END,
    CASE measures.measure WHEN 'score' THEN a.mean_score * a.participants END,
    0, 0, 0, 0
FROM assessment_result a
JOIN school s ON s.school_id = a.school_id
JOIN municipality m ON m.oktmo = s.oktmo
JOIN (VALUES ('below'), ('score')) measures (measure)
    ON measures.measure = 'below' OR a.mean_score IS NOT NULL
LEFT JOIN school_status status ON status.school_id = a.school_id AND status."year" = a."year"
LEFT JOIN (
    SELECT school_id, min("year") AS "year" FROM school_status WHERE in_project GROUP BY school_id
) entry ON entry.school_id = a.school_id
WHERE a.participants > 0 AND NOT EXISTS (
    SELECT 1 FROM series_break b WHERE b."procedure" = a."procedure" AND b."year" = a."year"
);
UPDATE data_version SET schema_number = 5;
