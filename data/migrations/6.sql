-- From 5: a region may bring the outlines of its municipalities.
CREATE TABLE municipal_outline (
    oktmo VARCHAR, geometry VARCHAR, source VARCHAR, licence VARCHAR
);
UPDATE data_version SET schema_number = 6;
