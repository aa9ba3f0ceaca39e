-- From 8: a region brings what its meetings decided on schools. New rules come with the numbers
-- that are shipped; what a region has set under their codes stays.
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis, minimum, maximum, whole)
SELECT 'visited_schools', 12, 'schools',
    'Сколько школ можно посетить до следующего совещания: столько школ и стоит в списке действий',
    'How many schools can be visited until the next meeting: so many stand on the action list',
    'решение проекта / decision of this project', 'proposal',
    1, 1000, true
WHERE 'visited_schools' NOT IN (SELECT code FROM setting);
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis, minimum, maximum, whole)
SELECT 'sought_effect', 3, 'points',
    'Эффект помощи, который хотят увидеть, процентных пунктов',
    'Effect of help that is to be seen (percentage points)',
    'решение проекта / decision of this project', 'proposal',
    1, 50, true
WHERE 'sought_effect' NOT IN (SELECT code FROM setting);
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis, minimum, maximum, whole)
SELECT 'power', 80, '%',
    'Вероятность увидеть такой эффект, если он есть: по ней считается, скольким школам надо помочь',
    'Chance to see such an effect if it is there: by it the number of schools to be helped is counted',
    'решение проекта / decision of this project', 'proposal',
    50, 99, false
WHERE 'power' NOT IN (SELECT code FROM setting);
INSERT INTO setting (code, value, unit, name_ru, name_en, source, basis, minimum, maximum, whole)
SELECT 'stays_years', 3, 'years',
    'Сколько перечней подряд в перечне — это сигнал «не становится лучше»',
    'Number of lists running from which a school is said not to get better',
    'решение проекта / decision of this project', 'proposal',
    2, 10, true
WHERE 'stays_years' NOT IN (SELECT code FROM setting);
CREATE TABLE school_decision (
    decision_id VARCHAR, school_id VARCHAR, decided_on DATE, kind VARCHAR, decision VARCHAR,
    responsible VARCHAR, due_date DATE, done_date DATE, source VARCHAR,
    origin_input INTEGER, origin_row INTEGER
);
UPDATE data_version SET schema_number = 9;
