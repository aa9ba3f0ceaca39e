-- From 7: each row tells the file and sheet it came from, and the row there; of rows that came
-- before it is not known. Files of earlier versions stay on record as long as rows of them do.
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis)
SELECT 'near_rule', 3, 'points',
    'Насколько близко к правилу перечня школа показывается рядом с ним, процентных пунктов',
    'How near to the rule of the list a school is shown beside it (percentage points)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'near_rule' NOT IN (SELECT code FROM setting);
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
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis)
SELECT 'hard_share', 25, '%',
    'Какая часть школ региона, у которых условие труднее, считается школами с трудным условием',
    'Part of the region''s schools, those with the hardest value, whose condition is called hard',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_share' NOT IN (SELECT code FROM setting);
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis)
SELECT 'hard_conditions', 2, 'conditions',
    'Число трудных условий, с которого школа названа работающей в трудных условиях',
    'Number of hard conditions from which a school is said to work under hard conditions',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_conditions' NOT IN (SELECT code FROM setting);
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis)
SELECT 'hard_schools', 20, 'schools',
    'Наименьшее число школ региона с известным условием, среди которых школы сравниваются',
    'Fewest schools of the region with a known condition among which schools are compared',
    'решение проекта / decision of this project', 'proposal'
WHERE 'hard_schools' NOT IN (SELECT code FROM setting);
UPDATE data_version SET schema_number = 8;
