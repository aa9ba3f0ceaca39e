"""Declare places, indicators and rules: what every number on the pages refers to."""

from sqlalchemy import Boolean, Column, Date, Double, Enum, ForeignKey, Integer, String, Table

from data.schema.columns import (
    DIRECTIONS,
    INDICATOR_KINDS,
    KINDS,
    PROCEDURES,
    REGION_SIGNS,
    REPORT_SUBJECTS,
    UNITS,
    code,
    count,
    key,
    metadata,
    oktmo,
    region_key,
    region_ref,
    text,
    year,
)

source_document = Table(
    "source_document",
    metadata,
    key("source"),
    text("title_ru"),
    text("title_en"),
    text("document_date", nullable=True),
    comment="One row per source document that facts refer to.",
)

region = Table(
    "region",
    metadata,
    key("code", length=REGION_SIGNS),
    text("name_ru"),
    text("name_en"),
    text("source"),
    comment="One row per federal subject (субъект РФ); code = the first 2 or 3 digits of ОКТМО.",
)

municipality = Table(
    "municipality",
    metadata,
    key("oktmo", length=8),
    region_ref(),
    text("name_ru"),
    text("short_name_ru"),
    code("kind", KINDS),
    text("admin_centre", nullable=True),
    text("source"),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True, info={"not_before": "valid_from"}),
    Column("successor", String(8), nullable=True),
    comment="One row per municipality of the upper level, by ОКТМО (classifier of about 2019); "
    "from its first to its last day if they are known, and the ОКТМО of the one that followed.",
)

municipal_point = Table(
    "municipal_point",
    metadata,
    oktmo(),
    text("centre_ru"),
    Column("centre_latitude", Double, nullable=False, info={"minimum": -90, "maximum": 90}),
    Column("centre_longitude", Double, nullable=False, info={"minimum": -180, "maximum": 180}),
    Column("label_latitude", Double, nullable=False, info={"minimum": -90, "maximum": 90}),
    Column("label_longitude", Double, nullable=False, info={"minimum": -180, "maximum": 180}),
    Column("hex_column", Integer, nullable=False),
    Column("hex_row", Integer, nullable=False),
    text("source"),
    text("licence"),
    comment="One row per municipality that has a place on the map; degrees WGS 84.",
)

municipal_outline = Table(
    "municipal_outline",
    metadata,
    oktmo(),
    text("geometry"),
    text("source"),
    text("licence", nullable=True),
    comment="One row per municipality whose outline its region brought: GeoJSON of a polygon or "
    "several, degrees WGS 84, outside rings clockwise.",
)

indicator = Table(
    "indicator",
    metadata,
    key("code"),
    text("name_ru"),
    text("name_en"),
    text("numerator", nullable=True),
    text("denominator", nullable=True),
    text("unit"),
    code("direction", DIRECTIONS),
    text("target", nullable=True),
    text("source"),
    text("basis"),
    text("observed_value", nullable=True),
    comment="One row per indicator of the catalogue; basis: stated, derived or proposal.",
)

shown_indicator = Table(
    "shown_indicator",
    metadata,
    key("code"),
    Column("indicator", String, ForeignKey("indicator.code"), nullable=False),
    code("kind", INDICATOR_KINDS),
    Column("procedure", Enum(*PROCEDURES, native_enum=False, length=40), nullable=True),
    Column("report_subject", Enum(*REPORT_SUBJECTS, native_enum=False, length=40), nullable=True),
    text("short_ru"),
    text("short_en"),
    text("definition_ru"),
    text("definition_en"),
    text("caveat_ru"),
    text("caveat_en"),
    Column("target", Double, nullable=True),
    Column("target_year", Integer, nullable=True),
    count("position"),
    comment="One row per indicator shown on the pages; target in per cent.",
)

own_indicator = Table(
    "own_indicator",
    metadata,
    key("code"),
    text("name_ru"),
    text("name_en", nullable=True),
    code("unit", UNITS),
    code("direction", DIRECTIONS),
    text("numerator", nullable=True),
    text("denominator", nullable=True),
    text("definition_ru"),
    text("definition_en", nullable=True),
    text("source"),
    comment="One row per indicator that a region brings; with a numerator and a denominator its "
    "values are counts, otherwise they stand as they were published.",
)

subject = Table(
    "subject",
    metadata,
    key("code"),
    text("name_ru"),
    text("name_en"),
    count("position"),
    text("source"),
    comment="One row per school subject of VPR, OGE or EGE, in the order in which they are listed.",
)

risk_factor = Table(
    "risk_factor",
    metadata,
    key("code"),
    text("name_ru"),
    text("name_en"),
    text("years", nullable=True),
    text("source"),
    code("verified", ("yes", "no")),
    text("seed_support", nullable=True),
    text("note", nullable=True),
    comment="One row per risk factor; verified tells whether its wording was seen in a source.",
)

setting = Table(
    "setting",
    metadata,
    key("code"),
    Column("value", Double, nullable=False),
    text("unit"),
    text("name_ru"),
    text("name_en"),
    text("source"),
    text("basis"),
    Column("minimum", Double, nullable=False),
    Column("maximum", Double, nullable=False),
    Column("whole", Boolean, nullable=False),
    comment="One row per rule with a number in it, and the limits within which a region may "
    "replace it; whole: it counts something.",
)

DISCLOSURE = ("minimum_group", "minimum_rest", "small_group")
"""Rules that keep small groups from being disclosed: a region may raise them, never lower."""

region_setting = Table(
    "region_setting",
    metadata,
    region_key(),
    key("setting", ForeignKey("setting.code")),
    Column("value", Double, nullable=False),
    text("source"),
    comment="One row per region and rule in whose place it has a number of its own.",
)

region_target = Table(
    "region_target",
    metadata,
    region_key(),
    key("indicator", ForeignKey("shown_indicator.code")),
    Column("target", Double, nullable=False, info={"minimum": 0, "maximum": 100}),
    Column("target_year", Integer, nullable=False, info={"minimum": 2000, "maximum": 2100}),
    text("source"),
    comment="One row per region and shown indicator of which it has a target of its own; in per "
    "cent, due by the end of the year.",
)

series_break = Table(
    "series_break",
    metadata,
    code("procedure", PROCEDURES, primary_key=True),
    year(),
    text("note_ru"),
    text("note_en"),
    text("source"),
    comment="One row per procedure and year in which results are not comparable.",
)
