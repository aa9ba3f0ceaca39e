-- the whole region; one municipality, urban schools, one cohort
SELECT mentoring_mark.oktmo,
    municipality.short_name_ru AS municipality,
    mentoring_mark.year,
    mentoring_mark.degree,
    mentoring_mark.ground
FROM mentoring_mark
JOIN municipality ON municipality.oktmo = mentoring_mark.oktmo
WHERE municipality.region = :region AND mentoring_mark.year <= :year
ORDER BY municipality.short_name_ru,
    mentoring_mark.oktmo,
    mentoring_mark.year
