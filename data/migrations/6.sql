-- From 5: a region may bring the outlines of its municipalities. A trend is judged by changes from
-- year to year, so it needs other numbers than years in a row; what a region has set under the new
-- codes already stays.
CREATE TABLE municipal_outline (
    oktmo VARCHAR, geometry VARCHAR, source VARCHAR, licence VARCHAR
);
DELETE FROM setting WHERE code = 'trend_points';
INSERT INTO setting
SELECT 'trend_changes', 3, 'changes',
    'Наименьшее число изменений доли от года к году, не через перерыв, для вывода о тренде',
    'Fewest changes of a share from year to year, none over a break, for a verdict on its trend',
    'решение проекта / decision of this project', 'proposal'
WHERE 'trend_changes' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'trend_slope', 1, 'points',
    'Наименьший наклон, который называется трендом, процентных пунктов в год: за пятилетний проект это 5',
    'Least slope that is called a trend (percentage points a year): 5 in the five years of a project',
    'решение проекта / decision of this project', 'proposal'
WHERE 'trend_slope' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'trend_visible', 5, 'points',
    'Наклон, который обычный ряд должен показывать хотя бы через раз, иначе вывода нет, процентных пунктов в год',
    'Slope that the usual series must show every other time, or there is no verdict (percentage points a year)',
    'решение проекта / decision of this project', 'proposal'
WHERE 'trend_visible' NOT IN (SELECT code FROM setting);
INSERT INTO setting
SELECT 'trend_series', 20, 'series',
    'Наименьшее число рядов с двумя изменениями и более, по которым узнаётся разброс',
    'Fewest series with two changes or more from which their spread is found',
    'решение проекта / decision of this project', 'proposal'
WHERE 'trend_series' NOT IN (SELECT code FROM setting);
UPDATE data_version SET schema_number = 6;
