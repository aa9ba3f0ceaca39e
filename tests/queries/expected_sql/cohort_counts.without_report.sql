-- the whole region; one municipality, urban schools, one cohort
SELECT municipal_report.year,
    count(municipal_report.oktmo) AS municipalities
FROM municipal_report
JOIN municipality ON municipality.oktmo = municipal_report.oktmo
JOIN shown_indicator ON shown_indicator.report_subject = municipal_report.subject
WHERE municipality.region = :region AND shown_indicator.code = :indicator AND municipal_report.year <= :year AND NOT municipal_report.reported
GROUP BY municipal_report.year
ORDER BY municipal_report.year
