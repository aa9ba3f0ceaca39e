"""Declare what publishing adds: the aggregate that pages read, and what the version is."""

from sqlalchemy import Boolean, Column, Double, ForeignKey, Integer, String, Table

from data.schema.columns import (
    ANYWHERE,
    LOCALITIES,
    MEASURES,
    PROCEDURES,
    SUBJECTS,
    code,
    count,
    key,
    metadata,
    oktmo,
    region_ref,
    school_ref,
    text,
    year,
)

municipal_indicator = Table(
    "municipal_indicator",
    metadata,
    oktmo(),
    year(),
    Column("indicator", String, ForeignKey("shown_indicator.code"), primary_key=True),
    code("locality", (*LOCALITIES, ANYWHERE), primary_key=True),
    Column("low_performing", Boolean, primary_key=True),
    Column("entry_year", Integer, primary_key=True, autoincrement=False),
    region_ref(),
    count("schools"),
    count("numerator", nullable=True),
    count("denominator", nullable=True),
    comment="One row per municipality, year, indicator and kind of school; entry_year 0: never in. "
    "A count that was published whole has locality `all` and no schools.",
)

result_block = Table(
    "result_block",
    metadata,
    school_ref(),
    year(),
    code("procedure", PROCEDURES, primary_key=True),
    Column("grade", Integer, primary_key=True, autoincrement=False),
    code("subject", SUBJECTS, primary_key=True),
    code("measure", MEASURES, primary_key=True),
    region_ref(),
    oktmo(primary_key=False),
    code("locality", LOCALITIES),
    Column("low_performing", Boolean, nullable=False),
    Column("entry_year", Integer, nullable=False),
    Column("panel", Boolean, nullable=False),
    count("results"),
    count("below", nullable=True),
    Column("points", Double, nullable=True),
    count("block_municipal"),
    count("block_regional"),
    count("of_municipal"),
    count("of_regional"),
    comment="One row per result that can be compared and measure: below the threshold, or points "
    "(mean score times results). A number may be shown if its results are whole blocks of one of "
    "the two books; of_*: results of the whole block, 0: never shown. Blocks are numbered within a "
    "region, procedure, year and measure; panel: the school has enough results in every year.",
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
    text("published_by"),
    text("base", nullable=True),
    text("restores", nullable=True),
    text("program", nullable=True),
    comment="One row: what this version is; base: the version it was made from; restores: which "
    "older one it brings back; program: the version of the program that wrote it.",
)

data_input = Table(
    "data_input",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("file"),
    text("sheet"),
    text("table_name"),
    text("sha256"),
    count("rows"),
    text("version", nullable=True),
    comment="One row per file and sheet that rows came from; version: the one that took them, if "
    "they stay from an earlier one. Every table of rows keeps this number and the row there.",
)

data_content = Table(
    "data_content",
    metadata,
    key("table_name"),
    count("rows"),
    text("sha256"),
    comment="One row per table but this: its rows and the digest of its cells, which prove that "
    "what is read is what was written.",
)
