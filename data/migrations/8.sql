-- From 7: each row tells the file and sheet it came from, and the row there; of rows that came
-- before it is not known. Files of earlier versions stay on record as long as rows of them do.
-- New rules come with the numbers that are shipped; what a region has set under their codes stays.
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
CREATE TABLE school_context (
    school_id VARCHAR, "year" INTEGER, posts INTEGER, vacant_posts INTEGER,
    pupils_counted INTEGER, other_language INTEGER, low_income INTEGER, distance_km DOUBLE,
    source VARCHAR, origin_input INTEGER, origin_row INTEGER
);
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
UPDATE data_version SET schema_number = 8;
