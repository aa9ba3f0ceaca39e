SELECT municipality.oktmo,
    municipality.region,
    municipality.name_ru,
    municipality.short_name_ru,
    municipality.kind,
    municipality.admin_centre
FROM municipality
ORDER BY municipality.region,
    municipality.short_name_ru,
    municipality.oktmo
