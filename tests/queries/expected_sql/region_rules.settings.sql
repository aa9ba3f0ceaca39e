-- the whole region; one municipality, urban schools, one cohort
SELECT setting.code,
    rules.value,
    setting.value AS usual,
    rules.own IS NOT NULL AS own,
    setting.unit,
    setting.name_ru,
    setting.name_en,
    CASE WHEN (rules.own IS NOT NULL) THEN rules.own_source ELSE setting.source END AS source,
    CASE WHEN (rules.own IS NOT NULL) THEN :param_1 ELSE setting.basis END AS basis
FROM setting,
    (SELECT region.code AS region, setting.code AS code, coalesce(CASE WHEN (setting.code IN (:code_1_1, :code_1_2, :code_1_3)) THEN greatest(region_setting.value, setting.value) ELSE region_setting.value END, setting.value) AS value, region_setting.value AS own, region_setting.source AS own_source
FROM region
JOIN setting ON true
LEFT OUTER JOIN region_setting ON region_setting.region = region.code AND region_setting.setting = setting.code) AS rules
WHERE rules.code = setting.code AND rules.region = :region
ORDER BY setting.code
