SELECT data_input.file,
    data_input.table_name,
    data_input.rows,
    data_input.sha256
FROM data_input
ORDER BY data_input.file,
    data_input.number
