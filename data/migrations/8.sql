-- From 7: each row tells the file and sheet it came from, and the row there; of rows that came
-- before it is not known. Files of earlier versions stay on record as long as rows of them do.
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
UPDATE data_version SET schema_number = 8;
