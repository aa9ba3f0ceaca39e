-- From 7: weights by which schools and municipalities are alike; what a region has set under these
-- codes already stays.
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
UPDATE data_version SET schema_number = 8;
