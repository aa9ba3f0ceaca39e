-- From 3: a version says which program wrote it, and holds a digest of each table's cells.
-- Publishing fills data_content anew; a copy that is only read needs no rows in it.
ALTER TABLE data_version ADD COLUMN program VARCHAR;
CREATE TABLE data_content (table_name VARCHAR, "rows" INTEGER, sha256 VARCHAR);
UPDATE data_version SET schema_number = 4;
