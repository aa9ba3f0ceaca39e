-- the whole region; one municipality, urban schools, one cohort
SELECT rows.name,
    rows.rows,
    rows.unsigned,
    rows.signs
FROM (SELECT :param_1 AS position, :param_2 AS name, count(*) FILTER (WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) AS rows,
    count(*) FILTER (WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region) AND NOT coalesce(road_map.code = :code_1 OR (road_map.code LIKE :code_2 || '%') OR (road_map.region LIKE :region_1 || '%') OR (road_map.region LIKE :region_2 || '%') OR (road_map.region LIKE :region_3 || '%') OR (road_map.region LIKE :region_4 || '%') OR (road_map.region LIKE :region_5 || '%') OR (road_map.region LIKE :region_6 || '%') OR (road_map.name_ru LIKE :name_ru_1 || '%') OR (road_map.name_ru LIKE :name_ru_2 || '%') OR (road_map.name_ru LIKE :name_ru_3 || '%') OR (road_map.name_ru LIKE :name_ru_4 || '%') OR (road_map.name_ru LIKE :name_ru_5 || '%') OR (road_map.name_ru LIKE :name_ru_6 || '%') OR (road_map.name_en LIKE :name_en_1 || '%') OR (road_map.name_en LIKE :name_en_2 || '%') OR (road_map.name_en LIKE :name_en_3 || '%') OR (road_map.name_en LIKE :name_en_4 || '%') OR (road_map.name_en LIKE :name_en_5 || '%') OR (road_map.name_en LIKE :name_en_6 || '%') OR road_map.basis = :basis_1 OR road_map.source = :source_1,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(road_map.code = :code_1 OR (road_map.code LIKE :code_2 || '%') OR (road_map.region LIKE :region_1 || '%') OR (road_map.region LIKE :region_2 || '%') OR (road_map.region LIKE :region_3 || '%') OR (road_map.region LIKE :region_4 || '%') OR (road_map.region LIKE :region_5 || '%') OR (road_map.region LIKE :region_6 || '%') OR (road_map.name_ru LIKE :name_ru_1 || '%') OR (road_map.name_ru LIKE :name_ru_2 || '%') OR (road_map.name_ru LIKE :name_ru_3 || '%') OR (road_map.name_ru LIKE :name_ru_4 || '%') OR (road_map.name_ru LIKE :name_ru_5 || '%') OR (road_map.name_ru LIKE :name_ru_6 || '%') OR (road_map.name_en LIKE :name_en_1 || '%') OR (road_map.name_en LIKE :name_en_2 || '%') OR (road_map.name_en LIKE :name_en_3 || '%') OR (road_map.name_en LIKE :name_en_4 || '%') OR (road_map.name_en LIKE :name_en_5 || '%') OR (road_map.name_en LIKE :name_en_6 || '%') OR road_map.basis = :basis_1 OR road_map.source = :source_1,
    false)) AS signs
FROM road_map UNION ALL SELECT :param_3 AS position,
    :param_4 AS name,
    count(*) FILTER (WHERE road_map_measure.road_map IN (SELECT road_map.code
FROM road_map
WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region))) AS rows,
    count(*) FILTER (WHERE road_map_measure.road_map IN (SELECT road_map.code
FROM road_map
WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) AND NOT coalesce(road_map_measure.measure_id = :measure_id_1 OR (road_map_measure.measure_id LIKE :measure_id_2 || '%') OR road_map_measure.road_map = :road_map_1 OR (road_map_measure.road_map LIKE :road_map_2 || '%') OR road_map_measure.source = :source_2 OR (road_map_measure.section LIKE :section_1 || '%') OR (road_map_measure.section LIKE :section_2 || '%') OR (road_map_measure.section LIKE :section_3 || '%') OR (road_map_measure.section LIKE :section_4 || '%') OR (road_map_measure.section LIKE :section_5 || '%') OR (road_map_measure.section LIKE :section_6 || '%') OR (road_map_measure.measure_no LIKE :measure_no_1 || '%') OR (road_map_measure.measure_no LIKE :measure_no_2 || '%') OR (road_map_measure.measure_no LIKE :measure_no_3 || '%') OR (road_map_measure.measure_no LIKE :measure_no_4 || '%') OR (road_map_measure.measure_no LIKE :measure_no_5 || '%') OR (road_map_measure.measure_no LIKE :measure_no_6 || '%') OR (road_map_measure.text_ru LIKE :text_ru_1 || '%') OR (road_map_measure.text_ru LIKE :text_ru_2 || '%') OR (road_map_measure.text_ru LIKE :text_ru_3 || '%') OR (road_map_measure.text_ru LIKE :text_ru_4 || '%') OR (road_map_measure.text_ru LIKE :text_ru_5 || '%') OR (road_map_measure.text_ru LIKE :text_ru_6 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_1 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_2 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_3 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_4 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_5 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_6 || '%') OR (road_map_measure.start LIKE :start_1 || '%') OR (road_map_measure.start LIKE :start_2 || '%') OR (road_map_measure.start LIKE :start_3 || '%') OR (road_map_measure.start LIKE :start_4 || '%') OR (road_map_measure.start LIKE :start_5 || '%') OR (road_map_measure.start LIKE :start_6 || '%') OR (road_map_measure."end" LIKE :end_1 || '%') OR (road_map_measure."end" LIKE :end_2 || '%') OR (road_map_measure."end" LIKE :end_3 || '%') OR (road_map_measure."end" LIKE :end_4 || '%') OR (road_map_measure."end" LIKE :end_5 || '%') OR (road_map_measure."end" LIKE :end_6 || '%') OR (road_map_measure.recurrence LIKE :recurrence_1 || '%') OR (road_map_measure.recurrence LIKE :recurrence_2 || '%') OR (road_map_measure.recurrence LIKE :recurrence_3 || '%') OR (road_map_measure.recurrence LIKE :recurrence_4 || '%') OR (road_map_measure.recurrence LIKE :recurrence_5 || '%') OR (road_map_measure.recurrence LIKE :recurrence_6 || '%') OR (road_map_measure.months LIKE :months_1 || '%') OR (road_map_measure.months LIKE :months_2 || '%') OR (road_map_measure.months LIKE :months_3 || '%') OR (road_map_measure.months LIKE :months_4 || '%') OR (road_map_measure.months LIKE :months_5 || '%') OR (road_map_measure.months LIKE :months_6 || '%') OR (road_map_measure.responsible LIKE :responsible_1 || '%') OR (road_map_measure.responsible LIKE :responsible_2 || '%') OR (road_map_measure.responsible LIKE :responsible_3 || '%') OR (road_map_measure.responsible LIKE :responsible_4 || '%') OR (road_map_measure.responsible LIKE :responsible_5 || '%') OR (road_map_measure.responsible LIKE :responsible_6 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_1 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_2 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_3 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_4 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_5 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_6 || '%') OR (road_map_measure.note LIKE :note_1 || '%') OR (road_map_measure.note LIKE :note_2 || '%') OR (road_map_measure.note LIKE :note_3 || '%') OR (road_map_measure.note LIKE :note_4 || '%') OR (road_map_measure.note LIKE :note_5 || '%') OR (road_map_measure.note LIKE :note_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(road_map_measure.measure_id = :measure_id_1 OR (road_map_measure.measure_id LIKE :measure_id_2 || '%') OR road_map_measure.road_map = :road_map_1 OR (road_map_measure.road_map LIKE :road_map_2 || '%') OR road_map_measure.source = :source_2 OR (road_map_measure.section LIKE :section_1 || '%') OR (road_map_measure.section LIKE :section_2 || '%') OR (road_map_measure.section LIKE :section_3 || '%') OR (road_map_measure.section LIKE :section_4 || '%') OR (road_map_measure.section LIKE :section_5 || '%') OR (road_map_measure.section LIKE :section_6 || '%') OR (road_map_measure.measure_no LIKE :measure_no_1 || '%') OR (road_map_measure.measure_no LIKE :measure_no_2 || '%') OR (road_map_measure.measure_no LIKE :measure_no_3 || '%') OR (road_map_measure.measure_no LIKE :measure_no_4 || '%') OR (road_map_measure.measure_no LIKE :measure_no_5 || '%') OR (road_map_measure.measure_no LIKE :measure_no_6 || '%') OR (road_map_measure.text_ru LIKE :text_ru_1 || '%') OR (road_map_measure.text_ru LIKE :text_ru_2 || '%') OR (road_map_measure.text_ru LIKE :text_ru_3 || '%') OR (road_map_measure.text_ru LIKE :text_ru_4 || '%') OR (road_map_measure.text_ru LIKE :text_ru_5 || '%') OR (road_map_measure.text_ru LIKE :text_ru_6 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_1 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_2 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_3 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_4 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_5 || '%') OR (road_map_measure.deadline_as_written LIKE :deadline_as_written_6 || '%') OR (road_map_measure.start LIKE :start_1 || '%') OR (road_map_measure.start LIKE :start_2 || '%') OR (road_map_measure.start LIKE :start_3 || '%') OR (road_map_measure.start LIKE :start_4 || '%') OR (road_map_measure.start LIKE :start_5 || '%') OR (road_map_measure.start LIKE :start_6 || '%') OR (road_map_measure."end" LIKE :end_1 || '%') OR (road_map_measure."end" LIKE :end_2 || '%') OR (road_map_measure."end" LIKE :end_3 || '%') OR (road_map_measure."end" LIKE :end_4 || '%') OR (road_map_measure."end" LIKE :end_5 || '%') OR (road_map_measure."end" LIKE :end_6 || '%') OR (road_map_measure.recurrence LIKE :recurrence_1 || '%') OR (road_map_measure.recurrence LIKE :recurrence_2 || '%') OR (road_map_measure.recurrence LIKE :recurrence_3 || '%') OR (road_map_measure.recurrence LIKE :recurrence_4 || '%') OR (road_map_measure.recurrence LIKE :recurrence_5 || '%') OR (road_map_measure.recurrence LIKE :recurrence_6 || '%') OR (road_map_measure.months LIKE :months_1 || '%') OR (road_map_measure.months LIKE :months_2 || '%') OR (road_map_measure.months LIKE :months_3 || '%') OR (road_map_measure.months LIKE :months_4 || '%') OR (road_map_measure.months LIKE :months_5 || '%') OR (road_map_measure.months LIKE :months_6 || '%') OR (road_map_measure.responsible LIKE :responsible_1 || '%') OR (road_map_measure.responsible LIKE :responsible_2 || '%') OR (road_map_measure.responsible LIKE :responsible_3 || '%') OR (road_map_measure.responsible LIKE :responsible_4 || '%') OR (road_map_measure.responsible LIKE :responsible_5 || '%') OR (road_map_measure.responsible LIKE :responsible_6 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_1 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_2 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_3 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_4 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_5 || '%') OR (road_map_measure.sub_actions LIKE :sub_actions_6 || '%') OR (road_map_measure.note LIKE :note_1 || '%') OR (road_map_measure.note LIKE :note_2 || '%') OR (road_map_measure.note LIKE :note_3 || '%') OR (road_map_measure.note LIKE :note_4 || '%') OR (road_map_measure.note LIKE :note_5 || '%') OR (road_map_measure.note LIKE :note_6 || '%'),
    false)) AS signs
FROM road_map_measure UNION ALL SELECT :param_5 AS position,
    :param_6 AS name,
    count(*) FILTER (WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) AND NOT coalesce(regexp_matches(school.school_id, :school_id_1) OR (school.school_id LIKE :school_id_2 || '%') OR (school.school_id LIKE :school_id_3 || '%') OR (school.school_id LIKE :school_id_4 || '%') OR (school.school_id LIKE :school_id_5 || '%') OR (school.school_id LIKE :school_id_6 || '%') OR (school.school_id LIKE :school_id_7 || '%') OR (school.oktmo LIKE :oktmo_1 || '%') OR (school.oktmo LIKE :oktmo_2 || '%') OR (school.oktmo LIKE :oktmo_3 || '%') OR (school.oktmo LIKE :oktmo_4 || '%') OR (school.oktmo LIKE :oktmo_5 || '%') OR (school.oktmo LIKE :oktmo_6 || '%') OR (school.name LIKE :name_1 || '%') OR (school.name LIKE :name_2 || '%') OR (school.name LIKE :name_3 || '%') OR (school.name LIKE :name_4 || '%') OR (school.name LIKE :name_5 || '%') OR (school.name LIKE :name_6 || '%') OR school.basis = :basis_2 OR school.source = :source_3,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(school.school_id, :school_id_1) OR (school.school_id LIKE :school_id_2 || '%') OR (school.school_id LIKE :school_id_3 || '%') OR (school.school_id LIKE :school_id_4 || '%') OR (school.school_id LIKE :school_id_5 || '%') OR (school.school_id LIKE :school_id_6 || '%') OR (school.school_id LIKE :school_id_7 || '%') OR (school.oktmo LIKE :oktmo_1 || '%') OR (school.oktmo LIKE :oktmo_2 || '%') OR (school.oktmo LIKE :oktmo_3 || '%') OR (school.oktmo LIKE :oktmo_4 || '%') OR (school.oktmo LIKE :oktmo_5 || '%') OR (school.oktmo LIKE :oktmo_6 || '%') OR (school.name LIKE :name_1 || '%') OR (school.name LIKE :name_2 || '%') OR (school.name LIKE :name_3 || '%') OR (school.name LIKE :name_4 || '%') OR (school.name LIKE :name_5 || '%') OR (school.name LIKE :name_6 || '%') OR school.basis = :basis_2 OR school.source = :source_3,
    false)) AS signs
FROM school UNION ALL SELECT :param_7 AS position,
    :param_8 AS name,
    count(*) FILTER (WHERE school_status.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE school_status.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(school_status.school_id,
    :school_id_8) OR (school_status.school_id LIKE :school_id_9 || '%') OR (school_status.school_id LIKE :school_id_10 || '%') OR (school_status.school_id LIKE :school_id_11 || '%') OR (school_status.school_id LIKE :school_id_12 || '%') OR (school_status.school_id LIKE :school_id_13 || '%') OR (school_status.school_id LIKE :school_id_14 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(school_status.school_id,
    :school_id_8) OR (school_status.school_id LIKE :school_id_9 || '%') OR (school_status.school_id LIKE :school_id_10 || '%') OR (school_status.school_id LIKE :school_id_11 || '%') OR (school_status.school_id LIKE :school_id_12 || '%') OR (school_status.school_id LIKE :school_id_13 || '%') OR (school_status.school_id LIKE :school_id_14 || '%'),
    false)) AS signs
FROM school_status UNION ALL SELECT :param_9 AS position,
    :param_10 AS name,
    count(*) FILTER (WHERE assessment_result.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE assessment_result.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(assessment_result.school_id,
    :school_id_15) OR (assessment_result.school_id LIKE :school_id_16 || '%') OR (assessment_result.school_id LIKE :school_id_17 || '%') OR (assessment_result.school_id LIKE :school_id_18 || '%') OR (assessment_result.school_id LIKE :school_id_19 || '%') OR (assessment_result.school_id LIKE :school_id_20 || '%') OR (assessment_result.school_id LIKE :school_id_21 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(assessment_result.school_id,
    :school_id_15) OR (assessment_result.school_id LIKE :school_id_16 || '%') OR (assessment_result.school_id LIKE :school_id_17 || '%') OR (assessment_result.school_id LIKE :school_id_18 || '%') OR (assessment_result.school_id LIKE :school_id_19 || '%') OR (assessment_result.school_id LIKE :school_id_20 || '%') OR (assessment_result.school_id LIKE :school_id_21 || '%'),
    false)) AS signs
FROM assessment_result UNION ALL SELECT :param_11 AS position,
    :param_12 AS name,
    count(*) FILTER (WHERE true) AS rows,
    count(*) FILTER (WHERE NOT coalesce((own_indicator.code LIKE :code_3 || '%') OR (own_indicator.code LIKE :code_4 || '%') OR (own_indicator.code LIKE :code_5 || '%') OR (own_indicator.code LIKE :code_6 || '%') OR (own_indicator.code LIKE :code_7 || '%') OR (own_indicator.code LIKE :code_8 || '%') OR (own_indicator.name_ru LIKE :name_ru_7 || '%') OR (own_indicator.name_ru LIKE :name_ru_8 || '%') OR (own_indicator.name_ru LIKE :name_ru_9 || '%') OR (own_indicator.name_ru LIKE :name_ru_10 || '%') OR (own_indicator.name_ru LIKE :name_ru_11 || '%') OR (own_indicator.name_ru LIKE :name_ru_12 || '%') OR (own_indicator.name_en LIKE :name_en_7 || '%') OR (own_indicator.name_en LIKE :name_en_8 || '%') OR (own_indicator.name_en LIKE :name_en_9 || '%') OR (own_indicator.name_en LIKE :name_en_10 || '%') OR (own_indicator.name_en LIKE :name_en_11 || '%') OR (own_indicator.name_en LIKE :name_en_12 || '%') OR (own_indicator.numerator LIKE :numerator_1 || '%') OR (own_indicator.numerator LIKE :numerator_2 || '%') OR (own_indicator.numerator LIKE :numerator_3 || '%') OR (own_indicator.numerator LIKE :numerator_4 || '%') OR (own_indicator.numerator LIKE :numerator_5 || '%') OR (own_indicator.numerator LIKE :numerator_6 || '%') OR (own_indicator.denominator LIKE :denominator_1 || '%') OR (own_indicator.denominator LIKE :denominator_2 || '%') OR (own_indicator.denominator LIKE :denominator_3 || '%') OR (own_indicator.denominator LIKE :denominator_4 || '%') OR (own_indicator.denominator LIKE :denominator_5 || '%') OR (own_indicator.denominator LIKE :denominator_6 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_1 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_2 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_3 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_4 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_5 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_6 || '%') OR (own_indicator.definition_en LIKE :definition_en_1 || '%') OR (own_indicator.definition_en LIKE :definition_en_2 || '%') OR (own_indicator.definition_en LIKE :definition_en_3 || '%') OR (own_indicator.definition_en LIKE :definition_en_4 || '%') OR (own_indicator.definition_en LIKE :definition_en_5 || '%') OR (own_indicator.definition_en LIKE :definition_en_6 || '%') OR own_indicator.source = :source_4, false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((own_indicator.code LIKE :code_3 || '%') OR (own_indicator.code LIKE :code_4 || '%') OR (own_indicator.code LIKE :code_5 || '%') OR (own_indicator.code LIKE :code_6 || '%') OR (own_indicator.code LIKE :code_7 || '%') OR (own_indicator.code LIKE :code_8 || '%') OR (own_indicator.name_ru LIKE :name_ru_7 || '%') OR (own_indicator.name_ru LIKE :name_ru_8 || '%') OR (own_indicator.name_ru LIKE :name_ru_9 || '%') OR (own_indicator.name_ru LIKE :name_ru_10 || '%') OR (own_indicator.name_ru LIKE :name_ru_11 || '%') OR (own_indicator.name_ru LIKE :name_ru_12 || '%') OR (own_indicator.name_en LIKE :name_en_7 || '%') OR (own_indicator.name_en LIKE :name_en_8 || '%') OR (own_indicator.name_en LIKE :name_en_9 || '%') OR (own_indicator.name_en LIKE :name_en_10 || '%') OR (own_indicator.name_en LIKE :name_en_11 || '%') OR (own_indicator.name_en LIKE :name_en_12 || '%') OR (own_indicator.numerator LIKE :numerator_1 || '%') OR (own_indicator.numerator LIKE :numerator_2 || '%') OR (own_indicator.numerator LIKE :numerator_3 || '%') OR (own_indicator.numerator LIKE :numerator_4 || '%') OR (own_indicator.numerator LIKE :numerator_5 || '%') OR (own_indicator.numerator LIKE :numerator_6 || '%') OR (own_indicator.denominator LIKE :denominator_1 || '%') OR (own_indicator.denominator LIKE :denominator_2 || '%') OR (own_indicator.denominator LIKE :denominator_3 || '%') OR (own_indicator.denominator LIKE :denominator_4 || '%') OR (own_indicator.denominator LIKE :denominator_5 || '%') OR (own_indicator.denominator LIKE :denominator_6 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_1 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_2 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_3 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_4 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_5 || '%') OR (own_indicator.definition_ru LIKE :definition_ru_6 || '%') OR (own_indicator.definition_en LIKE :definition_en_1 || '%') OR (own_indicator.definition_en LIKE :definition_en_2 || '%') OR (own_indicator.definition_en LIKE :definition_en_3 || '%') OR (own_indicator.definition_en LIKE :definition_en_4 || '%') OR (own_indicator.definition_en LIKE :definition_en_5 || '%') OR (own_indicator.definition_en LIKE :definition_en_6 || '%') OR own_indicator.source = :source_4, false)) AS signs
FROM own_indicator UNION ALL SELECT :param_13 AS position,
    :param_14 AS name,
    count(*) FILTER (WHERE indicator_value.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE indicator_value.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) AND NOT coalesce((indicator_value.oktmo LIKE :oktmo_7 || '%') OR (indicator_value.oktmo LIKE :oktmo_8 || '%') OR (indicator_value.oktmo LIKE :oktmo_9 || '%') OR (indicator_value.oktmo LIKE :oktmo_10 || '%') OR (indicator_value.oktmo LIKE :oktmo_11 || '%') OR (indicator_value.oktmo LIKE :oktmo_12 || '%') OR (indicator_value.indicator LIKE :indicator_1 || '%') OR (indicator_value.indicator LIKE :indicator_2 || '%') OR (indicator_value.indicator LIKE :indicator_3 || '%') OR (indicator_value.indicator LIKE :indicator_4 || '%') OR (indicator_value.indicator LIKE :indicator_5 || '%') OR (indicator_value.indicator LIKE :indicator_6 || '%') OR indicator_value.source = :source_5,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((indicator_value.oktmo LIKE :oktmo_7 || '%') OR (indicator_value.oktmo LIKE :oktmo_8 || '%') OR (indicator_value.oktmo LIKE :oktmo_9 || '%') OR (indicator_value.oktmo LIKE :oktmo_10 || '%') OR (indicator_value.oktmo LIKE :oktmo_11 || '%') OR (indicator_value.oktmo LIKE :oktmo_12 || '%') OR (indicator_value.indicator LIKE :indicator_1 || '%') OR (indicator_value.indicator LIKE :indicator_2 || '%') OR (indicator_value.indicator LIKE :indicator_3 || '%') OR (indicator_value.indicator LIKE :indicator_4 || '%') OR (indicator_value.indicator LIKE :indicator_5 || '%') OR (indicator_value.indicator LIKE :indicator_6 || '%') OR indicator_value.source = :source_5,
    false)) AS signs
FROM indicator_value UNION ALL SELECT :param_15 AS position,
    :param_16 AS name,
    count(*) FILTER (WHERE region_setting.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) AS rows,
    count(*) FILTER (WHERE region_setting.region IN (SELECT region.code
FROM region
WHERE region.code = :region) AND NOT coalesce((region_setting.region LIKE :region_7 || '%') OR (region_setting.region LIKE :region_8 || '%') OR (region_setting.region LIKE :region_9 || '%') OR (region_setting.region LIKE :region_10 || '%') OR (region_setting.region LIKE :region_11 || '%') OR (region_setting.region LIKE :region_12 || '%') OR (region_setting.setting LIKE :setting_1 || '%') OR (region_setting.setting LIKE :setting_2 || '%') OR (region_setting.setting LIKE :setting_3 || '%') OR (region_setting.setting LIKE :setting_4 || '%') OR (region_setting.setting LIKE :setting_5 || '%') OR (region_setting.setting LIKE :setting_6 || '%') OR region_setting.source = :source_6,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((region_setting.region LIKE :region_7 || '%') OR (region_setting.region LIKE :region_8 || '%') OR (region_setting.region LIKE :region_9 || '%') OR (region_setting.region LIKE :region_10 || '%') OR (region_setting.region LIKE :region_11 || '%') OR (region_setting.region LIKE :region_12 || '%') OR (region_setting.setting LIKE :setting_1 || '%') OR (region_setting.setting LIKE :setting_2 || '%') OR (region_setting.setting LIKE :setting_3 || '%') OR (region_setting.setting LIKE :setting_4 || '%') OR (region_setting.setting LIKE :setting_5 || '%') OR (region_setting.setting LIKE :setting_6 || '%') OR region_setting.source = :source_6,
    false)) AS signs
FROM region_setting UNION ALL SELECT :param_17 AS position,
    :param_18 AS name,
    count(*) FILTER (WHERE region_target.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) AS rows,
    count(*) FILTER (WHERE region_target.region IN (SELECT region.code
FROM region
WHERE region.code = :region) AND NOT coalesce((region_target.region LIKE :region_13 || '%') OR (region_target.region LIKE :region_14 || '%') OR (region_target.region LIKE :region_15 || '%') OR (region_target.region LIKE :region_16 || '%') OR (region_target.region LIKE :region_17 || '%') OR (region_target.region LIKE :region_18 || '%') OR (region_target.indicator LIKE :indicator_7 || '%') OR (region_target.indicator LIKE :indicator_8 || '%') OR (region_target.indicator LIKE :indicator_9 || '%') OR (region_target.indicator LIKE :indicator_10 || '%') OR (region_target.indicator LIKE :indicator_11 || '%') OR (region_target.indicator LIKE :indicator_12 || '%') OR region_target.source = :source_7,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((region_target.region LIKE :region_13 || '%') OR (region_target.region LIKE :region_14 || '%') OR (region_target.region LIKE :region_15 || '%') OR (region_target.region LIKE :region_16 || '%') OR (region_target.region LIKE :region_17 || '%') OR (region_target.region LIKE :region_18 || '%') OR (region_target.indicator LIKE :indicator_7 || '%') OR (region_target.indicator LIKE :indicator_8 || '%') OR (region_target.indicator LIKE :indicator_9 || '%') OR (region_target.indicator LIKE :indicator_10 || '%') OR (region_target.indicator LIKE :indicator_11 || '%') OR (region_target.indicator LIKE :indicator_12 || '%') OR region_target.source = :source_7,
    false)) AS signs
FROM region_target UNION ALL SELECT :param_19 AS position,
    :param_20 AS name,
    count(*) FILTER (WHERE risk_profile.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE risk_profile.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(risk_profile.school_id,
    :school_id_22) OR (risk_profile.school_id LIKE :school_id_23 || '%') OR (risk_profile.school_id LIKE :school_id_24 || '%') OR (risk_profile.school_id LIKE :school_id_25 || '%') OR (risk_profile.school_id LIKE :school_id_26 || '%') OR (risk_profile.school_id LIKE :school_id_27 || '%') OR (risk_profile.school_id LIKE :school_id_28 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_1 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_2 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_3 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_4 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_5 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(risk_profile.school_id,
    :school_id_22) OR (risk_profile.school_id LIKE :school_id_23 || '%') OR (risk_profile.school_id LIKE :school_id_24 || '%') OR (risk_profile.school_id LIKE :school_id_25 || '%') OR (risk_profile.school_id LIKE :school_id_26 || '%') OR (risk_profile.school_id LIKE :school_id_27 || '%') OR (risk_profile.school_id LIKE :school_id_28 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_1 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_2 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_3 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_4 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_5 || '%') OR (risk_profile.risk_factor LIKE :risk_factor_6 || '%'),
    false)) AS signs
FROM risk_profile UNION ALL SELECT :param_21 AS position,
    :param_22 AS name,
    count(*) FILTER (WHERE school_context.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE school_context.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(school_context.school_id,
    :school_id_29) OR (school_context.school_id LIKE :school_id_30 || '%') OR (school_context.school_id LIKE :school_id_31 || '%') OR (school_context.school_id LIKE :school_id_32 || '%') OR (school_context.school_id LIKE :school_id_33 || '%') OR (school_context.school_id LIKE :school_id_34 || '%') OR (school_context.school_id LIKE :school_id_35 || '%') OR school_context.source = :source_8,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(school_context.school_id,
    :school_id_29) OR (school_context.school_id LIKE :school_id_30 || '%') OR (school_context.school_id LIKE :school_id_31 || '%') OR (school_context.school_id LIKE :school_id_32 || '%') OR (school_context.school_id LIKE :school_id_33 || '%') OR (school_context.school_id LIKE :school_id_34 || '%') OR (school_context.school_id LIKE :school_id_35 || '%') OR school_context.source = :source_8,
    false)) AS signs
FROM school_context UNION ALL SELECT :param_23 AS position,
    :param_24 AS name,
    count(*) FILTER (WHERE mentorship.mentee_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) OR mentorship.mentor_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE (mentorship.mentee_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) OR mentorship.mentor_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AND NOT coalesce(regexp_matches(mentorship.mentee_id,
    :mentee_id_1) OR regexp_matches(mentorship.mentor_id,
    :mentor_id_1) OR (mentorship.mentorship_id LIKE :mentorship_id_1 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_2 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_3 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_4 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_5 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_6 || '%') OR (mentorship.mentee_id LIKE :mentee_id_2 || '%') OR (mentorship.mentee_id LIKE :mentee_id_3 || '%') OR (mentorship.mentee_id LIKE :mentee_id_4 || '%') OR (mentorship.mentee_id LIKE :mentee_id_5 || '%') OR (mentorship.mentee_id LIKE :mentee_id_6 || '%') OR (mentorship.mentee_id LIKE :mentee_id_7 || '%') OR (mentorship.mentor_id LIKE :mentor_id_2 || '%') OR (mentorship.mentor_id LIKE :mentor_id_3 || '%') OR (mentorship.mentor_id LIKE :mentor_id_4 || '%') OR (mentorship.mentor_id LIKE :mentor_id_5 || '%') OR (mentorship.mentor_id LIKE :mentor_id_6 || '%') OR (mentorship.mentor_id LIKE :mentor_id_7 || '%') OR (mentorship.evidence LIKE :evidence_1 || '%') OR (mentorship.evidence LIKE :evidence_2 || '%') OR (mentorship.evidence LIKE :evidence_3 || '%') OR (mentorship.evidence LIKE :evidence_4 || '%') OR (mentorship.evidence LIKE :evidence_5 || '%') OR (mentorship.evidence LIKE :evidence_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(mentorship.mentee_id,
    :mentee_id_1) OR regexp_matches(mentorship.mentor_id,
    :mentor_id_1) OR (mentorship.mentorship_id LIKE :mentorship_id_1 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_2 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_3 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_4 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_5 || '%') OR (mentorship.mentorship_id LIKE :mentorship_id_6 || '%') OR (mentorship.mentee_id LIKE :mentee_id_2 || '%') OR (mentorship.mentee_id LIKE :mentee_id_3 || '%') OR (mentorship.mentee_id LIKE :mentee_id_4 || '%') OR (mentorship.mentee_id LIKE :mentee_id_5 || '%') OR (mentorship.mentee_id LIKE :mentee_id_6 || '%') OR (mentorship.mentee_id LIKE :mentee_id_7 || '%') OR (mentorship.mentor_id LIKE :mentor_id_2 || '%') OR (mentorship.mentor_id LIKE :mentor_id_3 || '%') OR (mentorship.mentor_id LIKE :mentor_id_4 || '%') OR (mentorship.mentor_id LIKE :mentor_id_5 || '%') OR (mentorship.mentor_id LIKE :mentor_id_6 || '%') OR (mentorship.mentor_id LIKE :mentor_id_7 || '%') OR (mentorship.evidence LIKE :evidence_1 || '%') OR (mentorship.evidence LIKE :evidence_2 || '%') OR (mentorship.evidence LIKE :evidence_3 || '%') OR (mentorship.evidence LIKE :evidence_4 || '%') OR (mentorship.evidence LIKE :evidence_5 || '%') OR (mentorship.evidence LIKE :evidence_6 || '%'),
    false)) AS signs
FROM mentorship UNION ALL SELECT :param_25 AS position,
    :param_26 AS name,
    count(*) FILTER (WHERE mentor_offer.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE mentor_offer.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(mentor_offer.school_id,
    :school_id_36) OR (mentor_offer.school_id LIKE :school_id_37 || '%') OR (mentor_offer.school_id LIKE :school_id_38 || '%') OR (mentor_offer.school_id LIKE :school_id_39 || '%') OR (mentor_offer.school_id LIKE :school_id_40 || '%') OR (mentor_offer.school_id LIKE :school_id_41 || '%') OR (mentor_offer.school_id LIKE :school_id_42 || '%') OR (mentor_offer.ground LIKE :ground_1 || '%') OR (mentor_offer.ground LIKE :ground_2 || '%') OR (mentor_offer.ground LIKE :ground_3 || '%') OR (mentor_offer.ground LIKE :ground_4 || '%') OR (mentor_offer.ground LIKE :ground_5 || '%') OR (mentor_offer.ground LIKE :ground_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(mentor_offer.school_id,
    :school_id_36) OR (mentor_offer.school_id LIKE :school_id_37 || '%') OR (mentor_offer.school_id LIKE :school_id_38 || '%') OR (mentor_offer.school_id LIKE :school_id_39 || '%') OR (mentor_offer.school_id LIKE :school_id_40 || '%') OR (mentor_offer.school_id LIKE :school_id_41 || '%') OR (mentor_offer.school_id LIKE :school_id_42 || '%') OR (mentor_offer.ground LIKE :ground_1 || '%') OR (mentor_offer.ground LIKE :ground_2 || '%') OR (mentor_offer.ground LIKE :ground_3 || '%') OR (mentor_offer.ground LIKE :ground_4 || '%') OR (mentor_offer.ground LIKE :ground_5 || '%') OR (mentor_offer.ground LIKE :ground_6 || '%'),
    false)) AS signs
FROM mentor_offer UNION ALL SELECT :param_27 AS position,
    :param_28 AS name,
    count(*) FILTER (WHERE mentor_strength.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE mentor_strength.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(mentor_strength.school_id,
    :school_id_43) OR (mentor_strength.school_id LIKE :school_id_44 || '%') OR (mentor_strength.school_id LIKE :school_id_45 || '%') OR (mentor_strength.school_id LIKE :school_id_46 || '%') OR (mentor_strength.school_id LIKE :school_id_47 || '%') OR (mentor_strength.school_id LIKE :school_id_48 || '%') OR (mentor_strength.school_id LIKE :school_id_49 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_7 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_8 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_9 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_10 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_11 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_12 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(mentor_strength.school_id,
    :school_id_43) OR (mentor_strength.school_id LIKE :school_id_44 || '%') OR (mentor_strength.school_id LIKE :school_id_45 || '%') OR (mentor_strength.school_id LIKE :school_id_46 || '%') OR (mentor_strength.school_id LIKE :school_id_47 || '%') OR (mentor_strength.school_id LIKE :school_id_48 || '%') OR (mentor_strength.school_id LIKE :school_id_49 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_7 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_8 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_9 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_10 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_11 || '%') OR (mentor_strength.risk_factor LIKE :risk_factor_12 || '%'),
    false)) AS signs
FROM mentor_strength UNION ALL SELECT :param_29 AS position,
    :param_30 AS name,
    count(*) FILTER (WHERE mentoring_mark.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE mentoring_mark.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) AND NOT coalesce((mentoring_mark.oktmo LIKE :oktmo_13 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_14 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_15 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_16 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_17 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_18 || '%') OR (mentoring_mark.ground LIKE :ground_7 || '%') OR (mentoring_mark.ground LIKE :ground_8 || '%') OR (mentoring_mark.ground LIKE :ground_9 || '%') OR (mentoring_mark.ground LIKE :ground_10 || '%') OR (mentoring_mark.ground LIKE :ground_11 || '%') OR (mentoring_mark.ground LIKE :ground_12 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((mentoring_mark.oktmo LIKE :oktmo_13 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_14 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_15 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_16 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_17 || '%') OR (mentoring_mark.oktmo LIKE :oktmo_18 || '%') OR (mentoring_mark.ground LIKE :ground_7 || '%') OR (mentoring_mark.ground LIKE :ground_8 || '%') OR (mentoring_mark.ground LIKE :ground_9 || '%') OR (mentoring_mark.ground LIKE :ground_10 || '%') OR (mentoring_mark.ground LIKE :ground_11 || '%') OR (mentoring_mark.ground LIKE :ground_12 || '%'),
    false)) AS signs
FROM mentoring_mark UNION ALL SELECT :param_31 AS position,
    :param_32 AS name,
    count(*) FILTER (WHERE partnership.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE partnership.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(partnership.school_id,
    :school_id_50) OR (partnership.partnership_id LIKE :partnership_id_1 || '%') OR (partnership.partnership_id LIKE :partnership_id_2 || '%') OR (partnership.partnership_id LIKE :partnership_id_3 || '%') OR (partnership.partnership_id LIKE :partnership_id_4 || '%') OR (partnership.partnership_id LIKE :partnership_id_5 || '%') OR (partnership.partnership_id LIKE :partnership_id_6 || '%') OR (partnership.school_id LIKE :school_id_51 || '%') OR (partnership.school_id LIKE :school_id_52 || '%') OR (partnership.school_id LIKE :school_id_53 || '%') OR (partnership.school_id LIKE :school_id_54 || '%') OR (partnership.school_id LIKE :school_id_55 || '%') OR (partnership.school_id LIKE :school_id_56 || '%') OR (partnership.partner LIKE :partner_1 || '%') OR (partnership.partner LIKE :partner_2 || '%') OR (partnership.partner LIKE :partner_3 || '%') OR (partnership.partner LIKE :partner_4 || '%') OR (partnership.partner LIKE :partner_5 || '%') OR (partnership.partner LIKE :partner_6 || '%') OR (partnership.evidence LIKE :evidence_7 || '%') OR (partnership.evidence LIKE :evidence_8 || '%') OR (partnership.evidence LIKE :evidence_9 || '%') OR (partnership.evidence LIKE :evidence_10 || '%') OR (partnership.evidence LIKE :evidence_11 || '%') OR (partnership.evidence LIKE :evidence_12 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(partnership.school_id,
    :school_id_50) OR (partnership.partnership_id LIKE :partnership_id_1 || '%') OR (partnership.partnership_id LIKE :partnership_id_2 || '%') OR (partnership.partnership_id LIKE :partnership_id_3 || '%') OR (partnership.partnership_id LIKE :partnership_id_4 || '%') OR (partnership.partnership_id LIKE :partnership_id_5 || '%') OR (partnership.partnership_id LIKE :partnership_id_6 || '%') OR (partnership.school_id LIKE :school_id_51 || '%') OR (partnership.school_id LIKE :school_id_52 || '%') OR (partnership.school_id LIKE :school_id_53 || '%') OR (partnership.school_id LIKE :school_id_54 || '%') OR (partnership.school_id LIKE :school_id_55 || '%') OR (partnership.school_id LIKE :school_id_56 || '%') OR (partnership.partner LIKE :partner_1 || '%') OR (partnership.partner LIKE :partner_2 || '%') OR (partnership.partner LIKE :partner_3 || '%') OR (partnership.partner LIKE :partner_4 || '%') OR (partnership.partner LIKE :partner_5 || '%') OR (partnership.partner LIKE :partner_6 || '%') OR (partnership.evidence LIKE :evidence_7 || '%') OR (partnership.evidence LIKE :evidence_8 || '%') OR (partnership.evidence LIKE :evidence_9 || '%') OR (partnership.evidence LIKE :evidence_10 || '%') OR (partnership.evidence LIKE :evidence_11 || '%') OR (partnership.evidence LIKE :evidence_12 || '%'),
    false)) AS signs
FROM partnership UNION ALL SELECT :param_33 AS position,
    :param_34 AS name,
    count(*) FILTER (WHERE road_map_execution.measure_id IN (SELECT road_map_measure.measure_id
FROM road_map_measure
WHERE road_map_measure.road_map IN (SELECT road_map.code
FROM road_map
WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region))) OR road_map_execution.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE (road_map_execution.measure_id IN (SELECT road_map_measure.measure_id
FROM road_map_measure
WHERE road_map_measure.road_map IN (SELECT road_map.code
FROM road_map
WHERE road_map.region IN (SELECT region.code
FROM region
WHERE region.code = :region))) OR road_map_execution.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AND NOT coalesce(regexp_matches(road_map_execution.school_id,
    :school_id_57) OR road_map_execution.measure_id = :measure_id_3 OR (road_map_execution.measure_id LIKE :measure_id_4 || '%') OR (road_map_execution.school_id LIKE :school_id_58 || '%') OR (road_map_execution.school_id LIKE :school_id_59 || '%') OR (road_map_execution.school_id LIKE :school_id_60 || '%') OR (road_map_execution.school_id LIKE :school_id_61 || '%') OR (road_map_execution.school_id LIKE :school_id_62 || '%') OR (road_map_execution.school_id LIKE :school_id_63 || '%') OR (road_map_execution.evidence LIKE :evidence_13 || '%') OR (road_map_execution.evidence LIKE :evidence_14 || '%') OR (road_map_execution.evidence LIKE :evidence_15 || '%') OR (road_map_execution.evidence LIKE :evidence_16 || '%') OR (road_map_execution.evidence LIKE :evidence_17 || '%') OR (road_map_execution.evidence LIKE :evidence_18 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(road_map_execution.school_id,
    :school_id_57) OR road_map_execution.measure_id = :measure_id_3 OR (road_map_execution.measure_id LIKE :measure_id_4 || '%') OR (road_map_execution.school_id LIKE :school_id_58 || '%') OR (road_map_execution.school_id LIKE :school_id_59 || '%') OR (road_map_execution.school_id LIKE :school_id_60 || '%') OR (road_map_execution.school_id LIKE :school_id_61 || '%') OR (road_map_execution.school_id LIKE :school_id_62 || '%') OR (road_map_execution.school_id LIKE :school_id_63 || '%') OR (road_map_execution.evidence LIKE :evidence_13 || '%') OR (road_map_execution.evidence LIKE :evidence_14 || '%') OR (road_map_execution.evidence LIKE :evidence_15 || '%') OR (road_map_execution.evidence LIKE :evidence_16 || '%') OR (road_map_execution.evidence LIKE :evidence_17 || '%') OR (road_map_execution.evidence LIKE :evidence_18 || '%'),
    false)) AS signs
FROM road_map_execution UNION ALL SELECT :param_35 AS position,
    :param_36 AS name,
    count(*) FILTER (WHERE training.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE training.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(training.school_id,
    :school_id_64) OR (training.school_id LIKE :school_id_65 || '%') OR (training.school_id LIKE :school_id_66 || '%') OR (training.school_id LIKE :school_id_67 || '%') OR (training.school_id LIKE :school_id_68 || '%') OR (training.school_id LIKE :school_id_69 || '%') OR (training.school_id LIKE :school_id_70 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(training.school_id,
    :school_id_64) OR (training.school_id LIKE :school_id_65 || '%') OR (training.school_id LIKE :school_id_66 || '%') OR (training.school_id LIKE :school_id_67 || '%') OR (training.school_id LIKE :school_id_68 || '%') OR (training.school_id LIKE :school_id_69 || '%') OR (training.school_id LIKE :school_id_70 || '%'),
    false)) AS signs
FROM training UNION ALL SELECT :param_37 AS position,
    :param_38 AS name,
    count(*) FILTER (WHERE event_participation.event IN (SELECT event.code
FROM event
WHERE event.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) OR event_participation.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE (event_participation.event IN (SELECT event.code
FROM event
WHERE event.region IN (SELECT region.code
FROM region
WHERE region.code = :region)) OR event_participation.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce((event_participation.event LIKE :event_1 || '%') OR (event_participation.event LIKE :event_2 || '%') OR (event_participation.event LIKE :event_3 || '%') OR (event_participation.event LIKE :event_4 || '%') OR (event_participation.event LIKE :event_5 || '%') OR (event_participation.event LIKE :event_6 || '%') OR (event_participation.oktmo LIKE :oktmo_19 || '%') OR (event_participation.oktmo LIKE :oktmo_20 || '%') OR (event_participation.oktmo LIKE :oktmo_21 || '%') OR (event_participation.oktmo LIKE :oktmo_22 || '%') OR (event_participation.oktmo LIKE :oktmo_23 || '%') OR (event_participation.oktmo LIKE :oktmo_24 || '%') OR event_participation.source = :source_9,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((event_participation.event LIKE :event_1 || '%') OR (event_participation.event LIKE :event_2 || '%') OR (event_participation.event LIKE :event_3 || '%') OR (event_participation.event LIKE :event_4 || '%') OR (event_participation.event LIKE :event_5 || '%') OR (event_participation.event LIKE :event_6 || '%') OR (event_participation.oktmo LIKE :oktmo_19 || '%') OR (event_participation.oktmo LIKE :oktmo_20 || '%') OR (event_participation.oktmo LIKE :oktmo_21 || '%') OR (event_participation.oktmo LIKE :oktmo_22 || '%') OR (event_participation.oktmo LIKE :oktmo_23 || '%') OR (event_participation.oktmo LIKE :oktmo_24 || '%') OR event_participation.source = :source_9,
    false)) AS signs
FROM event_participation UNION ALL SELECT :param_39 AS position,
    :param_40 AS name,
    count(*) FILTER (WHERE recommendation_mark.rec_id IN (SELECT recommendation.rec_id
FROM recommendation
WHERE recommendation.event IN (SELECT event.code
FROM event
WHERE event.region IN (SELECT region.code
FROM region
WHERE region.code = :region))) OR recommendation_mark.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) OR recommendation_mark.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE (recommendation_mark.rec_id IN (SELECT recommendation.rec_id
FROM recommendation
WHERE recommendation.event IN (SELECT event.code
FROM event
WHERE event.region IN (SELECT region.code
FROM region
WHERE region.code = :region))) OR recommendation_mark.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) OR recommendation_mark.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AND NOT coalesce(regexp_matches(recommendation_mark.school_id,
    :school_id_71) OR (recommendation_mark.mark_id LIKE :mark_id_1 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_2 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_3 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_4 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_5 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_6 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_1 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_2 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_3 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_4 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_5 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_6 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_25 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_26 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_27 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_28 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_29 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_30 || '%') OR (recommendation_mark.school_id LIKE :school_id_72 || '%') OR (recommendation_mark.school_id LIKE :school_id_73 || '%') OR (recommendation_mark.school_id LIKE :school_id_74 || '%') OR (recommendation_mark.school_id LIKE :school_id_75 || '%') OR (recommendation_mark.school_id LIKE :school_id_76 || '%') OR (recommendation_mark.school_id LIKE :school_id_77 || '%') OR (recommendation_mark.evidence LIKE :evidence_19 || '%') OR (recommendation_mark.evidence LIKE :evidence_20 || '%') OR (recommendation_mark.evidence LIKE :evidence_21 || '%') OR (recommendation_mark.evidence LIKE :evidence_22 || '%') OR (recommendation_mark.evidence LIKE :evidence_23 || '%') OR (recommendation_mark.evidence LIKE :evidence_24 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(recommendation_mark.school_id,
    :school_id_71) OR (recommendation_mark.mark_id LIKE :mark_id_1 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_2 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_3 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_4 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_5 || '%') OR (recommendation_mark.mark_id LIKE :mark_id_6 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_1 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_2 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_3 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_4 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_5 || '%') OR (recommendation_mark.rec_id LIKE :rec_id_6 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_25 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_26 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_27 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_28 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_29 || '%') OR (recommendation_mark.oktmo LIKE :oktmo_30 || '%') OR (recommendation_mark.school_id LIKE :school_id_72 || '%') OR (recommendation_mark.school_id LIKE :school_id_73 || '%') OR (recommendation_mark.school_id LIKE :school_id_74 || '%') OR (recommendation_mark.school_id LIKE :school_id_75 || '%') OR (recommendation_mark.school_id LIKE :school_id_76 || '%') OR (recommendation_mark.school_id LIKE :school_id_77 || '%') OR (recommendation_mark.evidence LIKE :evidence_19 || '%') OR (recommendation_mark.evidence LIKE :evidence_20 || '%') OR (recommendation_mark.evidence LIKE :evidence_21 || '%') OR (recommendation_mark.evidence LIKE :evidence_22 || '%') OR (recommendation_mark.evidence LIKE :evidence_23 || '%') OR (recommendation_mark.evidence LIKE :evidence_24 || '%'),
    false)) AS signs
FROM recommendation_mark UNION ALL SELECT :param_41 AS position,
    :param_42 AS name,
    count(*) FILTER (WHERE true) AS rows,
    count(*) FILTER (WHERE NOT coalesce((document_kind.document LIKE :document_1 || '%') OR (document_kind.document LIKE :document_2 || '%') OR (document_kind.document LIKE :document_3 || '%') OR (document_kind.document LIKE :document_4 || '%') OR (document_kind.document LIKE :document_5 || '%') OR (document_kind.document LIKE :document_6 || '%') OR (document_kind.stage_ru LIKE :stage_ru_1 || '%') OR (document_kind.stage_ru LIKE :stage_ru_2 || '%') OR (document_kind.stage_ru LIKE :stage_ru_3 || '%') OR (document_kind.stage_ru LIKE :stage_ru_4 || '%') OR (document_kind.stage_ru LIKE :stage_ru_5 || '%') OR (document_kind.stage_ru LIKE :stage_ru_6 || '%') OR (document_kind.stage_en LIKE :stage_en_1 || '%') OR (document_kind.stage_en LIKE :stage_en_2 || '%') OR (document_kind.stage_en LIKE :stage_en_3 || '%') OR (document_kind.stage_en LIKE :stage_en_4 || '%') OR (document_kind.stage_en LIKE :stage_en_5 || '%') OR (document_kind.stage_en LIKE :stage_en_6 || '%') OR (document_kind.name_ru LIKE :name_ru_13 || '%') OR (document_kind.name_ru LIKE :name_ru_14 || '%') OR (document_kind.name_ru LIKE :name_ru_15 || '%') OR (document_kind.name_ru LIKE :name_ru_16 || '%') OR (document_kind.name_ru LIKE :name_ru_17 || '%') OR (document_kind.name_ru LIKE :name_ru_18 || '%') OR (document_kind.name_en LIKE :name_en_13 || '%') OR (document_kind.name_en LIKE :name_en_14 || '%') OR (document_kind.name_en LIKE :name_en_15 || '%') OR (document_kind.name_en LIKE :name_en_16 || '%') OR (document_kind.name_en LIKE :name_en_17 || '%') OR (document_kind.name_en LIKE :name_en_18 || '%') OR (document_kind.due LIKE :due_1 || '%') OR (document_kind.due LIKE :due_2 || '%') OR (document_kind.due LIKE :due_3 || '%') OR (document_kind.due LIKE :due_4 || '%') OR (document_kind.due LIKE :due_5 || '%') OR (document_kind.due LIKE :due_6 || '%') OR document_kind.source = :source_10, false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((document_kind.document LIKE :document_1 || '%') OR (document_kind.document LIKE :document_2 || '%') OR (document_kind.document LIKE :document_3 || '%') OR (document_kind.document LIKE :document_4 || '%') OR (document_kind.document LIKE :document_5 || '%') OR (document_kind.document LIKE :document_6 || '%') OR (document_kind.stage_ru LIKE :stage_ru_1 || '%') OR (document_kind.stage_ru LIKE :stage_ru_2 || '%') OR (document_kind.stage_ru LIKE :stage_ru_3 || '%') OR (document_kind.stage_ru LIKE :stage_ru_4 || '%') OR (document_kind.stage_ru LIKE :stage_ru_5 || '%') OR (document_kind.stage_ru LIKE :stage_ru_6 || '%') OR (document_kind.stage_en LIKE :stage_en_1 || '%') OR (document_kind.stage_en LIKE :stage_en_2 || '%') OR (document_kind.stage_en LIKE :stage_en_3 || '%') OR (document_kind.stage_en LIKE :stage_en_4 || '%') OR (document_kind.stage_en LIKE :stage_en_5 || '%') OR (document_kind.stage_en LIKE :stage_en_6 || '%') OR (document_kind.name_ru LIKE :name_ru_13 || '%') OR (document_kind.name_ru LIKE :name_ru_14 || '%') OR (document_kind.name_ru LIKE :name_ru_15 || '%') OR (document_kind.name_ru LIKE :name_ru_16 || '%') OR (document_kind.name_ru LIKE :name_ru_17 || '%') OR (document_kind.name_ru LIKE :name_ru_18 || '%') OR (document_kind.name_en LIKE :name_en_13 || '%') OR (document_kind.name_en LIKE :name_en_14 || '%') OR (document_kind.name_en LIKE :name_en_15 || '%') OR (document_kind.name_en LIKE :name_en_16 || '%') OR (document_kind.name_en LIKE :name_en_17 || '%') OR (document_kind.name_en LIKE :name_en_18 || '%') OR (document_kind.due LIKE :due_1 || '%') OR (document_kind.due LIKE :due_2 || '%') OR (document_kind.due LIKE :due_3 || '%') OR (document_kind.due LIKE :due_4 || '%') OR (document_kind.due LIKE :due_5 || '%') OR (document_kind.due LIKE :due_6 || '%') OR document_kind.source = :source_10, false)) AS signs
FROM document_kind UNION ALL SELECT :param_43 AS position,
    :param_44 AS name,
    count(*) FILTER (WHERE school_document.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE school_document.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(school_document.school_id,
    :school_id_78) OR (school_document.school_id LIKE :school_id_79 || '%') OR (school_document.school_id LIKE :school_id_80 || '%') OR (school_document.school_id LIKE :school_id_81 || '%') OR (school_document.school_id LIKE :school_id_82 || '%') OR (school_document.school_id LIKE :school_id_83 || '%') OR (school_document.school_id LIKE :school_id_84 || '%') OR (school_document.document LIKE :document_7 || '%') OR (school_document.document LIKE :document_8 || '%') OR (school_document.document LIKE :document_9 || '%') OR (school_document.document LIKE :document_10 || '%') OR (school_document.document LIKE :document_11 || '%') OR (school_document.document LIKE :document_12 || '%') OR (school_document.curator LIKE :curator_1 || '%') OR (school_document.curator LIKE :curator_2 || '%') OR (school_document.curator LIKE :curator_3 || '%') OR (school_document.curator LIKE :curator_4 || '%') OR (school_document.curator LIKE :curator_5 || '%') OR (school_document.curator LIKE :curator_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(school_document.school_id,
    :school_id_78) OR (school_document.school_id LIKE :school_id_79 || '%') OR (school_document.school_id LIKE :school_id_80 || '%') OR (school_document.school_id LIKE :school_id_81 || '%') OR (school_document.school_id LIKE :school_id_82 || '%') OR (school_document.school_id LIKE :school_id_83 || '%') OR (school_document.school_id LIKE :school_id_84 || '%') OR (school_document.document LIKE :document_7 || '%') OR (school_document.document LIKE :document_8 || '%') OR (school_document.document LIKE :document_9 || '%') OR (school_document.document LIKE :document_10 || '%') OR (school_document.document LIKE :document_11 || '%') OR (school_document.document LIKE :document_12 || '%') OR (school_document.curator LIKE :curator_1 || '%') OR (school_document.curator LIKE :curator_2 || '%') OR (school_document.curator LIKE :curator_3 || '%') OR (school_document.curator LIKE :curator_4 || '%') OR (school_document.curator LIKE :curator_5 || '%') OR (school_document.curator LIKE :curator_6 || '%'),
    false)) AS signs
FROM school_document UNION ALL SELECT :param_45 AS position,
    :param_46 AS name,
    count(*) FILTER (WHERE school_decision.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region))) AS rows,
    count(*) FILTER (WHERE school_decision.school_id IN (SELECT school.school_id
FROM school
WHERE school.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AND NOT coalesce(regexp_matches(school_decision.school_id,
    :school_id_85) OR (school_decision.decision_id LIKE :decision_id_1 || '%') OR (school_decision.decision_id LIKE :decision_id_2 || '%') OR (school_decision.decision_id LIKE :decision_id_3 || '%') OR (school_decision.decision_id LIKE :decision_id_4 || '%') OR (school_decision.decision_id LIKE :decision_id_5 || '%') OR (school_decision.decision_id LIKE :decision_id_6 || '%') OR (school_decision.school_id LIKE :school_id_86 || '%') OR (school_decision.school_id LIKE :school_id_87 || '%') OR (school_decision.school_id LIKE :school_id_88 || '%') OR (school_decision.school_id LIKE :school_id_89 || '%') OR (school_decision.school_id LIKE :school_id_90 || '%') OR (school_decision.school_id LIKE :school_id_91 || '%') OR (school_decision.decision LIKE :decision_1 || '%') OR (school_decision.decision LIKE :decision_2 || '%') OR (school_decision.decision LIKE :decision_3 || '%') OR (school_decision.decision LIKE :decision_4 || '%') OR (school_decision.decision LIKE :decision_5 || '%') OR (school_decision.decision LIKE :decision_6 || '%') OR (school_decision.responsible LIKE :responsible_7 || '%') OR (school_decision.responsible LIKE :responsible_8 || '%') OR (school_decision.responsible LIKE :responsible_9 || '%') OR (school_decision.responsible LIKE :responsible_10 || '%') OR (school_decision.responsible LIKE :responsible_11 || '%') OR (school_decision.responsible LIKE :responsible_12 || '%') OR school_decision.source = :source_11,
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce(regexp_matches(school_decision.school_id,
    :school_id_85) OR (school_decision.decision_id LIKE :decision_id_1 || '%') OR (school_decision.decision_id LIKE :decision_id_2 || '%') OR (school_decision.decision_id LIKE :decision_id_3 || '%') OR (school_decision.decision_id LIKE :decision_id_4 || '%') OR (school_decision.decision_id LIKE :decision_id_5 || '%') OR (school_decision.decision_id LIKE :decision_id_6 || '%') OR (school_decision.school_id LIKE :school_id_86 || '%') OR (school_decision.school_id LIKE :school_id_87 || '%') OR (school_decision.school_id LIKE :school_id_88 || '%') OR (school_decision.school_id LIKE :school_id_89 || '%') OR (school_decision.school_id LIKE :school_id_90 || '%') OR (school_decision.school_id LIKE :school_id_91 || '%') OR (school_decision.decision LIKE :decision_1 || '%') OR (school_decision.decision LIKE :decision_2 || '%') OR (school_decision.decision LIKE :decision_3 || '%') OR (school_decision.decision LIKE :decision_4 || '%') OR (school_decision.decision LIKE :decision_5 || '%') OR (school_decision.decision LIKE :decision_6 || '%') OR (school_decision.responsible LIKE :responsible_7 || '%') OR (school_decision.responsible LIKE :responsible_8 || '%') OR (school_decision.responsible LIKE :responsible_9 || '%') OR (school_decision.responsible LIKE :responsible_10 || '%') OR (school_decision.responsible LIKE :responsible_11 || '%') OR (school_decision.responsible LIKE :responsible_12 || '%') OR school_decision.source = :source_11,
    false)) AS signs
FROM school_decision UNION ALL SELECT :param_47 AS position,
    :param_48 AS name,
    count(*) FILTER (WHERE municipal_report.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE municipal_report.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) AND NOT coalesce((municipal_report.oktmo LIKE :oktmo_31 || '%') OR (municipal_report.oktmo LIKE :oktmo_32 || '%') OR (municipal_report.oktmo LIKE :oktmo_33 || '%') OR (municipal_report.oktmo LIKE :oktmo_34 || '%') OR (municipal_report.oktmo LIKE :oktmo_35 || '%') OR (municipal_report.oktmo LIKE :oktmo_36 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((municipal_report.oktmo LIKE :oktmo_31 || '%') OR (municipal_report.oktmo LIKE :oktmo_32 || '%') OR (municipal_report.oktmo LIKE :oktmo_33 || '%') OR (municipal_report.oktmo LIKE :oktmo_34 || '%') OR (municipal_report.oktmo LIKE :oktmo_35 || '%') OR (municipal_report.oktmo LIKE :oktmo_36 || '%'),
    false)) AS signs
FROM municipal_report UNION ALL SELECT :param_49 AS position,
    :param_50 AS name,
    count(*) FILTER (WHERE municipal_outline.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region)) AS rows,
    count(*) FILTER (WHERE municipal_outline.oktmo IN (SELECT municipality.oktmo
FROM municipality
WHERE municipality.region = :region) AND NOT coalesce((municipal_outline.oktmo LIKE :oktmo_37 || '%') OR (municipal_outline.oktmo LIKE :oktmo_38 || '%') OR (municipal_outline.oktmo LIKE :oktmo_39 || '%') OR (municipal_outline.oktmo LIKE :oktmo_40 || '%') OR (municipal_outline.oktmo LIKE :oktmo_41 || '%') OR (municipal_outline.oktmo LIKE :oktmo_42 || '%') OR (municipal_outline.geometry LIKE :geometry_1 || '%') OR (municipal_outline.geometry LIKE :geometry_2 || '%') OR (municipal_outline.geometry LIKE :geometry_3 || '%') OR (municipal_outline.geometry LIKE :geometry_4 || '%') OR (municipal_outline.geometry LIKE :geometry_5 || '%') OR (municipal_outline.geometry LIKE :geometry_6 || '%') OR municipal_outline.source = :source_12 OR (municipal_outline.licence LIKE :licence_1 || '%') OR (municipal_outline.licence LIKE :licence_2 || '%') OR (municipal_outline.licence LIKE :licence_3 || '%') OR (municipal_outline.licence LIKE :licence_4 || '%') OR (municipal_outline.licence LIKE :licence_5 || '%') OR (municipal_outline.licence LIKE :licence_6 || '%'),
    false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((municipal_outline.oktmo LIKE :oktmo_37 || '%') OR (municipal_outline.oktmo LIKE :oktmo_38 || '%') OR (municipal_outline.oktmo LIKE :oktmo_39 || '%') OR (municipal_outline.oktmo LIKE :oktmo_40 || '%') OR (municipal_outline.oktmo LIKE :oktmo_41 || '%') OR (municipal_outline.oktmo LIKE :oktmo_42 || '%') OR (municipal_outline.geometry LIKE :geometry_1 || '%') OR (municipal_outline.geometry LIKE :geometry_2 || '%') OR (municipal_outline.geometry LIKE :geometry_3 || '%') OR (municipal_outline.geometry LIKE :geometry_4 || '%') OR (municipal_outline.geometry LIKE :geometry_5 || '%') OR (municipal_outline.geometry LIKE :geometry_6 || '%') OR municipal_outline.source = :source_12 OR (municipal_outline.licence LIKE :licence_1 || '%') OR (municipal_outline.licence LIKE :licence_2 || '%') OR (municipal_outline.licence LIKE :licence_3 || '%') OR (municipal_outline.licence LIKE :licence_4 || '%') OR (municipal_outline.licence LIKE :licence_5 || '%') OR (municipal_outline.licence LIKE :licence_6 || '%'),
    false)) AS signs
FROM municipal_outline UNION ALL SELECT :param_51 AS position,
    :param_52 AS name,
    count(*) FILTER (WHERE municipality.region = :region) AS rows,
    count(*) FILTER (WHERE municipality.region = :region AND NOT coalesce((municipality.oktmo LIKE :oktmo_43 || '%') OR (municipality.oktmo LIKE :oktmo_44 || '%') OR (municipality.oktmo LIKE :oktmo_45 || '%') OR (municipality.oktmo LIKE :oktmo_46 || '%') OR (municipality.oktmo LIKE :oktmo_47 || '%') OR (municipality.oktmo LIKE :oktmo_48 || '%') OR (municipality.region LIKE :region_19 || '%') OR (municipality.region LIKE :region_20 || '%') OR (municipality.region LIKE :region_21 || '%') OR (municipality.region LIKE :region_22 || '%') OR (municipality.region LIKE :region_23 || '%') OR (municipality.region LIKE :region_24 || '%') OR (municipality.name_ru LIKE :name_ru_19 || '%') OR (municipality.name_ru LIKE :name_ru_20 || '%') OR (municipality.name_ru LIKE :name_ru_21 || '%') OR (municipality.name_ru LIKE :name_ru_22 || '%') OR (municipality.name_ru LIKE :name_ru_23 || '%') OR (municipality.name_ru LIKE :name_ru_24 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_1 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_2 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_3 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_4 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_5 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_6 || '%') OR (municipality.admin_centre LIKE :admin_centre_1 || '%') OR (municipality.admin_centre LIKE :admin_centre_2 || '%') OR (municipality.admin_centre LIKE :admin_centre_3 || '%') OR (municipality.admin_centre LIKE :admin_centre_4 || '%') OR (municipality.admin_centre LIKE :admin_centre_5 || '%') OR (municipality.admin_centre LIKE :admin_centre_6 || '%') OR municipality.source = :source_13 OR (municipality.successor LIKE :successor_1 || '%') OR (municipality.successor LIKE :successor_2 || '%') OR (municipality.successor LIKE :successor_3 || '%') OR (municipality.successor LIKE :successor_4 || '%') OR (municipality.successor LIKE :successor_5 || '%') OR (municipality.successor LIKE :successor_6 || '%'), false)) AS unsigned,
    count(*) FILTER (WHERE coalesce((municipality.oktmo LIKE :oktmo_43 || '%') OR (municipality.oktmo LIKE :oktmo_44 || '%') OR (municipality.oktmo LIKE :oktmo_45 || '%') OR (municipality.oktmo LIKE :oktmo_46 || '%') OR (municipality.oktmo LIKE :oktmo_47 || '%') OR (municipality.oktmo LIKE :oktmo_48 || '%') OR (municipality.region LIKE :region_19 || '%') OR (municipality.region LIKE :region_20 || '%') OR (municipality.region LIKE :region_21 || '%') OR (municipality.region LIKE :region_22 || '%') OR (municipality.region LIKE :region_23 || '%') OR (municipality.region LIKE :region_24 || '%') OR (municipality.name_ru LIKE :name_ru_19 || '%') OR (municipality.name_ru LIKE :name_ru_20 || '%') OR (municipality.name_ru LIKE :name_ru_21 || '%') OR (municipality.name_ru LIKE :name_ru_22 || '%') OR (municipality.name_ru LIKE :name_ru_23 || '%') OR (municipality.name_ru LIKE :name_ru_24 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_1 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_2 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_3 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_4 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_5 || '%') OR (municipality.short_name_ru LIKE :short_name_ru_6 || '%') OR (municipality.admin_centre LIKE :admin_centre_1 || '%') OR (municipality.admin_centre LIKE :admin_centre_2 || '%') OR (municipality.admin_centre LIKE :admin_centre_3 || '%') OR (municipality.admin_centre LIKE :admin_centre_4 || '%') OR (municipality.admin_centre LIKE :admin_centre_5 || '%') OR (municipality.admin_centre LIKE :admin_centre_6 || '%') OR municipality.source = :source_13 OR (municipality.successor LIKE :successor_1 || '%') OR (municipality.successor LIKE :successor_2 || '%') OR (municipality.successor LIKE :successor_3 || '%') OR (municipality.successor LIKE :successor_4 || '%') OR (municipality.successor LIKE :successor_5 || '%') OR (municipality.successor LIKE :successor_6 || '%'), false)) AS signs
FROM municipality) AS rows
ORDER BY rows.position
