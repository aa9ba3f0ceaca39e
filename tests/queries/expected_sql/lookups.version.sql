SELECT data_version.name,
    data_version.made_at,
    data_version.seed,
    data_version.reason
FROM data_version
