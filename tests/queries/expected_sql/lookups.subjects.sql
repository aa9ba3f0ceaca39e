SELECT subject.code,
    subject.name_ru,
    subject.name_en
FROM subject
ORDER BY subject.position
