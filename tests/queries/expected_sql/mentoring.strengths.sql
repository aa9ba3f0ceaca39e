-- the whole region; one municipality, urban schools, one cohort
SELECT mentor_strength.school_id,
    mentor_strength.risk_factor
FROM mentor_strength
JOIN school ON school.school_id = mentor_strength.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND mentor_strength.year = :year
ORDER BY mentor_strength.school_id,
    mentor_strength.risk_factor
