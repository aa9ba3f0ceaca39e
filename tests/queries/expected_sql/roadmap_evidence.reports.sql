-- the whole region; one municipality, urban schools, one cohort
SELECT municipal_report.oktmo,
    municipal_report.reported
FROM municipal_report
JOIN municipality ON municipality.oktmo = municipal_report.oktmo
WHERE municipality.region = :region AND municipal_report.year = :year AND municipal_report.subject = :subject_1
ORDER BY municipal_report.oktmo
