-- From 7: each row tells the file and sheet it came from, and the row there; of rows that came
-- before it is not known. Files of earlier versions stay on record as long as rows of them do.
-- A region may bring settings and targets of its own, within limits that each rule declares, the
-- context of its schools, and municipalities with the days between which they exist. New rules come
-- with the numbers that are shipped; what a region has set under their codes stays.
INSERT INTO setting
SELECT 'near_rule', 3, 'points',
    'Насколько близко к правилу перечня школа показывается рядом с ним, процентных пунктов',
    'How near to the rule of the list a school is shown beside it (percentage points)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'near_rule' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'luck_steady', 80, '%',
    'Вероятность снова попасть в перечень, с которой школа в нём устойчиво: четыре раза из пяти',
    'Chance to be listed again from which a school is steadily on the list: four times in five',
    'решение проекта / decision of this project', 'proposal'
WHERE 'luck_steady' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'luck_rather', 50, '%',
    'Вероятность снова попасть в перечень, ниже которой школа могла попасть в него случайно: чаще её бы в нём не было',
    'Chance to be listed again below which a school may be listed by chance: more often it would not be',
    'решение проекта / decision of this project', 'proposal'
WHERE 'luck_rather' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_locality', 3, 'marks',
    'Вес местности в сходстве школ (0–5)',
    'Weight of the locality in likeness of schools (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_locality' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_size', 3, 'marks',
    'Вес числа учеников в сходстве школ (0–5)',
    'Weight of the number of pupils in likeness of schools (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_size' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_adverse', 2, 'marks',
    'Вес неблагоприятных условий (НСУ) в сходстве школ (0–5)',
    'Weight of adverse conditions in likeness of schools (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_adverse' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_risks', 2, 'marks',
    'Вес рискового профиля в сходстве школ (0–5)',
    'Weight of the risk profile in likeness of schools (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_risks' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place', 1, 'marks',
    'Вес вида муниципалитета в сходстве школ (0–5)',
    'Weight of the kind of municipality in likeness of schools (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place_kind', 2, 'marks',
    'Вес вида в сходстве муниципалитетов (0–5)',
    'Weight of the kind in likeness of municipalities (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place_kind' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place_schools', 3, 'marks',
    'Вес числа школ в сходстве муниципалитетов (0–5)',
    'Weight of the number of schools in likeness of municipalities (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place_schools' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place_rural', 3, 'marks',
    'Вес доли сельских школ в сходстве муниципалитетов (0–5)',
    'Weight of the share of rural schools in likeness of municipalities (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place_rural' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place_pupils', 2, 'marks',
    'Вес среднего числа учеников школы в сходстве муниципалитетов (0–5)',
    'Weight of the mean pupils of a school in likeness of municipalities (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place_pupils' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'likeness_place_adverse', 2, 'marks',
    'Вес доли школ в неблагоприятных условиях в сходстве муниципалитетов (0–5)',
    'Weight of the share of schools in adverse conditions in likeness of municipalities (0–5)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'likeness_place_adverse' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'similar_schools', 8, 'schools',
    'Сколько похожих школ показывается',
    'How many similar schools are shown',
    'решение проекта / decision of this project', 'proposal'
WHERE 'similar_schools' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'similar_places', 5, 'rows',
    'Сколько похожих муниципалитетов показывается',
    'How many similar municipalities are shown',
    'решение проекта / decision of this project', 'proposal'
WHERE 'similar_places' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'hard_share', 25, '%',
    'Какая часть школ региона, у которых условие труднее, считается школами с трудным условием',
    'Part of the region''s schools, those with the hardest value, whose condition is called hard',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_share' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'hard_conditions', 2, 'conditions',
    'Число трудных условий, с которого школа названа работающей в трудных условиях',
    'Number of hard conditions from which a school is said to work under hard conditions',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_conditions' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'hard_schools', 20, 'schools',
    'Наименьшее число школ региона с известным условием, среди которых школы сравниваются',
    'Fewest schools of the region with a known condition among which schools are compared',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_schools' NOT IN (SELECT code FROM setting);
ALTER TABLE source_document ADD COLUMN origin_input INTEGER;
ALTER TABLE source_document ADD COLUMN origin_row INTEGER;
ALTER TABLE region ADD COLUMN origin_input INTEGER;
ALTER TABLE region ADD COLUMN origin_row INTEGER;
ALTER TABLE municipality ADD COLUMN origin_input INTEGER;
ALTER TABLE municipality ADD COLUMN origin_row INTEGER;
ALTER TABLE municipal_point ADD COLUMN origin_input INTEGER;
ALTER TABLE municipal_point ADD COLUMN origin_row INTEGER;
ALTER TABLE indicator ADD COLUMN origin_input INTEGER;
ALTER TABLE indicator ADD COLUMN origin_row INTEGER;
ALTER TABLE shown_indicator ADD COLUMN origin_input INTEGER;
ALTER TABLE shown_indicator ADD COLUMN origin_row INTEGER;
ALTER TABLE subject ADD COLUMN origin_input INTEGER;
ALTER TABLE subject ADD COLUMN origin_row INTEGER;
ALTER TABLE risk_factor ADD COLUMN origin_input INTEGER;
ALTER TABLE risk_factor ADD COLUMN origin_row INTEGER;
ALTER TABLE setting ADD COLUMN origin_input INTEGER;
ALTER TABLE setting ADD COLUMN origin_row INTEGER;
ALTER TABLE series_break ADD COLUMN origin_input INTEGER;
ALTER TABLE series_break ADD COLUMN origin_row INTEGER;
ALTER TABLE event ADD COLUMN origin_input INTEGER;
ALTER TABLE event ADD COLUMN origin_row INTEGER;
ALTER TABLE event_count ADD COLUMN origin_input INTEGER;
ALTER TABLE event_count ADD COLUMN origin_row INTEGER;
ALTER TABLE event_participation ADD COLUMN origin_input INTEGER;
ALTER TABLE event_participation ADD COLUMN origin_row INTEGER;
ALTER TABLE recommendation ADD COLUMN origin_input INTEGER;
ALTER TABLE recommendation ADD COLUMN origin_row INTEGER;
ALTER TABLE road_map ADD COLUMN origin_input INTEGER;
ALTER TABLE road_map ADD COLUMN origin_row INTEGER;
ALTER TABLE road_map_measure ADD COLUMN origin_input INTEGER;
ALTER TABLE road_map_measure ADD COLUMN origin_row INTEGER;
ALTER TABLE regional_measure_fact ADD COLUMN origin_input INTEGER;
ALTER TABLE regional_measure_fact ADD COLUMN origin_row INTEGER;
ALTER TABLE magnitude ADD COLUMN origin_input INTEGER;
ALTER TABLE magnitude ADD COLUMN origin_row INTEGER;
ALTER TABLE stated_fact ADD COLUMN origin_input INTEGER;
ALTER TABLE stated_fact ADD COLUMN origin_row INTEGER;
ALTER TABLE document_kind ADD COLUMN origin_input INTEGER;
ALTER TABLE document_kind ADD COLUMN origin_row INTEGER;
ALTER TABLE school ADD COLUMN origin_input INTEGER;
ALTER TABLE school ADD COLUMN origin_row INTEGER;
ALTER TABLE school_status ADD COLUMN origin_input INTEGER;
ALTER TABLE school_status ADD COLUMN origin_row INTEGER;
ALTER TABLE assessment_result ADD COLUMN origin_input INTEGER;
ALTER TABLE assessment_result ADD COLUMN origin_row INTEGER;
ALTER TABLE own_indicator ADD COLUMN origin_input INTEGER;
ALTER TABLE own_indicator ADD COLUMN origin_row INTEGER;
ALTER TABLE indicator_value ADD COLUMN origin_input INTEGER;
ALTER TABLE indicator_value ADD COLUMN origin_row INTEGER;
ALTER TABLE risk_profile ADD COLUMN origin_input INTEGER;
ALTER TABLE risk_profile ADD COLUMN origin_row INTEGER;
ALTER TABLE mentorship ADD COLUMN origin_input INTEGER;
ALTER TABLE mentorship ADD COLUMN origin_row INTEGER;
ALTER TABLE mentor_offer ADD COLUMN origin_input INTEGER;
ALTER TABLE mentor_offer ADD COLUMN origin_row INTEGER;
ALTER TABLE mentor_strength ADD COLUMN origin_input INTEGER;
ALTER TABLE mentor_strength ADD COLUMN origin_row INTEGER;
ALTER TABLE mentoring_mark ADD COLUMN origin_input INTEGER;
ALTER TABLE mentoring_mark ADD COLUMN origin_row INTEGER;
ALTER TABLE partnership ADD COLUMN origin_input INTEGER;
ALTER TABLE partnership ADD COLUMN origin_row INTEGER;
ALTER TABLE road_map_execution ADD COLUMN origin_input INTEGER;
ALTER TABLE road_map_execution ADD COLUMN origin_row INTEGER;
ALTER TABLE training ADD COLUMN origin_input INTEGER;
ALTER TABLE training ADD COLUMN origin_row INTEGER;
ALTER TABLE recommendation_mark ADD COLUMN origin_input INTEGER;
ALTER TABLE recommendation_mark ADD COLUMN origin_row INTEGER;
ALTER TABLE school_document ADD COLUMN origin_input INTEGER;
ALTER TABLE school_document ADD COLUMN origin_row INTEGER;
ALTER TABLE municipal_report ADD COLUMN origin_input INTEGER;
ALTER TABLE municipal_report ADD COLUMN origin_row INTEGER;
ALTER TABLE municipal_outline ADD COLUMN origin_input INTEGER;
ALTER TABLE municipal_outline ADD COLUMN origin_row INTEGER;
ALTER TABLE data_input ADD COLUMN version VARCHAR;
ALTER TABLE municipality ADD COLUMN valid_from DATE;
ALTER TABLE municipality ADD COLUMN valid_to DATE;
ALTER TABLE municipality ADD COLUMN successor VARCHAR;
ALTER TABLE setting ADD COLUMN minimum DOUBLE;
ALTER TABLE setting ADD COLUMN maximum DOUBLE;
ALTER TABLE setting ADD COLUMN whole BOOLEAN;
UPDATE setting SET minimum = limits.minimum, maximum = limits.maximum, whole = limits.whole
FROM (VALUES
        ('threshold_share', 0, 100, false),
        ('threshold_procedures', 1, 20, true),
        ('threshold_years', 1, 10, true),
        ('near_rule', 0, 100, false),
        ('luck_steady', 50, 100, false),
        ('luck_rather', 0, 100, false),
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
        ('doubt_measures', 1, 1000, true),
        ('likeness_locality', 0, 5, true),
        ('likeness_size', 0, 5, true),
        ('likeness_adverse', 0, 5, true),
        ('likeness_risks', 0, 5, true),
        ('likeness_place', 0, 5, true),
        ('likeness_place_kind', 0, 5, true),
        ('likeness_place_schools', 0, 5, true),
        ('likeness_place_rural', 0, 5, true),
        ('likeness_place_pupils', 0, 5, true),
        ('likeness_place_adverse', 0, 5, true),
        ('similar_schools', 1, 100, true),
        ('similar_places', 1, 100, true),
        ('hard_share', 1, 50, false),
        ('hard_conditions', 1, 10, true),
        ('hard_schools', 4, 100000, true)
) AS limits (code, minimum, maximum, whole)
WHERE setting.code = limits.code;
CREATE TABLE school_context (
    school_id VARCHAR, "year" INTEGER, posts INTEGER, vacant_posts INTEGER,
    pupils_counted INTEGER, other_language INTEGER, low_income INTEGER, distance_km DOUBLE,
    source VARCHAR, origin_input INTEGER, origin_row INTEGER
);
CREATE TABLE region_setting (
    region VARCHAR, setting VARCHAR, value DOUBLE, source VARCHAR,
    origin_input INTEGER, origin_row INTEGER
);
CREATE TABLE region_target (
    region VARCHAR, indicator VARCHAR, target DOUBLE, target_year INTEGER, source VARCHAR,
    origin_input INTEGER, origin_row INTEGER
);
UPDATE data_version SET schema_number = 8;
