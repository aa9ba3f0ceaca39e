SELECT data_input.file,
    data_input.table_name,
    data_input.rows,
    data_input.sha256
FROM data_input
WHERE data_input.version IS NULL
ORDER BY data_input.file,
    data_input.number
