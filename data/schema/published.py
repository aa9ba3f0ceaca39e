"""Declare what publishing adds: the aggregate that pages read, and what the version is."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from data.schema.columns import LOCALITIES, code, count, key, metadata, oktmo, text, year

municipal_indicator = Table(
    "municipal_indicator",
    metadata,
    oktmo(),
    year(),
    Column("indicator", String, ForeignKey("shown_indicator.code"), primary_key=True),
    code("locality", LOCALITIES, primary_key=True),
    Column("low_performing", Boolean, primary_key=True),
    Column("entry_year", Integer, primary_key=True, autoincrement=False),
    Column("region", String(2), ForeignKey("region.code"), nullable=False),
    count("schools"),
    count("numerator", nullable=True),
    count("denominator", nullable=True),
    comment="One row per municipality, year, indicator and kind of school; entry_year 0: never in.",
)

data_version = Table(
    "data_version",
    metadata,
    key("name"),
    count("schema_number"),
    Column("made_at", String, nullable=False, comment="UTC, ISO 8601"),
    Column("demonstration", Boolean, nullable=False),
    Column("seed", Integer, nullable=True),
    text("reason"),
    comment="One row: what this version is.",
)

data_input = Table(
    "data_input",
    metadata,
    key("file"),
    text("table_name"),
    text("sha256"),
    count("rows"),
    comment="One row per file this version was made of.",
)
