-- the whole region; one municipality, urban schools, one cohort
SELECT mentor_strength.risk_factor,
    count(DISTINCT mentor_strength.school_id) AS schools
FROM mentor_strength
JOIN school ON school.school_id = mentor_strength.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND mentor_strength.year = :year
GROUP BY mentor_strength.risk_factor
ORDER BY mentor_strength.risk_factor
