SELECT setting.code,
    setting.value,
    setting.unit,
    setting.name_ru,
    setting.name_en,
    setting.source,
    setting.basis
FROM setting
ORDER BY setting.code
