-- the whole region; one municipality, urban schools, one cohort
SELECT risk_profile.school_id,
    risk_profile.year,
    risk_profile.risk_factor,
    risk_profile.level
FROM risk_profile
JOIN school ON school.school_id = risk_profile.school_id
JOIN municipality ON municipality.oktmo = school.oktmo
WHERE municipality.region = :region AND risk_profile.year <= :year
ORDER BY risk_profile.school_id,
    risk_profile.risk_factor,
    risk_profile.year
