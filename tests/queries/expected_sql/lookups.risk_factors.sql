SELECT risk_factor.code,
    risk_factor.name_ru,
    risk_factor.name_en,
    risk_factor.verified,
    risk_factor.source
FROM risk_factor
ORDER BY risk_factor.code
