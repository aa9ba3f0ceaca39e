-- From 6: a region may bring indicators of its own, with their counts, and results of any subject
-- of VPR, OGE and EGE are known.
ALTER TABLE indicator_value ADD COLUMN numerator INTEGER;
ALTER TABLE indicator_value ADD COLUMN denominator INTEGER;
CREATE TABLE own_indicator (
    code VARCHAR, name_ru VARCHAR, name_en VARCHAR, unit VARCHAR, direction VARCHAR,
    numerator VARCHAR, denominator VARCHAR, definition_ru VARCHAR, definition_en VARCHAR,
    source VARCHAR
);
CREATE TABLE subject (
    code VARCHAR, name_ru VARCHAR, name_en VARCHAR, position INTEGER, source VARCHAR
);
INSERT INTO subject VALUES
    ('russian', 'Русский язык', 'Russian', 1,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('mathematics', 'Математика', 'Mathematics', 2,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('mathematics_base', 'Математика (база)', 'Mathematics (basic)', 3,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143'),
    ('mathematics_profile', 'Математика (профиль)', 'Mathematics (advanced)', 4,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143'),
    ('physics', 'Физика', 'Physics', 5,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('chemistry', 'Химия', 'Chemistry', 6,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144'),
    ('biology', 'Биология', 'Biology', 7,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('geography', 'География', 'Geography', 8,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('history', 'История', 'History', 9,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('social_studies', 'Обществознание', 'Social studies', 10,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('literature', 'Литература', 'Literature', 11,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('informatics', 'Информатика', 'Informatics', 12,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144; https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('english', 'Английский язык', 'English', 13,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144'),
    ('german', 'Немецкий язык', 'German', 14,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144'),
    ('french', 'Французский язык', 'French', 15,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144'),
    ('spanish', 'Испанский язык', 'Spanish', 16,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143; приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 990/1144'),
    ('chinese', 'Китайский язык', 'Chinese', 17,
        'приказ Минпросвещения России и Рособрнадзора от 16.11.2022 № 989/1143'),
    ('foreign_language', 'Иностранный язык', 'Foreign language', 18,
        'https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('world_around', 'Окружающий мир', 'The world around us', 19,
        'https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24'),
    ('literary_reading', 'Литературное чтение', 'Literary reading', 20,
        'https://xn--183-5cd3cgu2f.xn--80acgfbsl1azdqr.xn--p1ai/?section_id=24');
UPDATE data_version SET schema_number = 7;
