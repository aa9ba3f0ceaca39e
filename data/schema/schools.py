"""Declare what a region brings about its schools; the demonstration set has the same form."""

from sqlalchemy import Boolean, Column, Double, ForeignKey, Integer, String, Table

from data.schema.columns import (
    BASES,
    LEVELS,
    LOCALITIES,
    PROCEDURES,
    REPORT_SUBJECTS,
    SUBJECTS,
    code,
    count,
    key,
    metadata,
    oktmo,
    school_ref,
    text,
    year,
)

school = Table(
    "school",
    metadata,
    key("school_id", length=40),
    oktmo(primary_key=False),
    text("name"),
    code("locality", LOCALITIES),
    count("pupils", nullable=True),
    code("basis", BASES),
    text("source", nullable=True),
    comment="One row per school; basis real: the school itself is named in a source.",
)

school_status = Table(
    "school_status",
    metadata,
    school_ref(),
    year(),
    Column("low_performing", Boolean, nullable=False),
    Column("adverse_conditions", Boolean, nullable=False),
    Column("resilient", Boolean, nullable=False),
    Column("in_project", Boolean, nullable=False),
    comment="One row per school and year in which its status is known (ШНОР, НСУ, 500+).",
)

assessment_result = Table(
    "assessment_result",
    metadata,
    school_ref(),
    year(),
    code("procedure", PROCEDURES, primary_key=True),
    Column(
        "grade",
        Integer,
        primary_key=True,
        autoincrement=False,
        info={"minimum": 1, "maximum": 12},
    ),
    code("subject", SUBJECTS, primary_key=True),
    count("participants"),
    count("below_threshold", at_most="participants"),
    Column("mean_score", Double, nullable=True, info={"minimum": 0, "maximum": 100}),
    comment="One row per school, year, procedure, grade and subject; counts of pupils.",
)

indicator_value = Table(
    "indicator_value",
    metadata,
    oktmo(),
    year(),
    Column("indicator", String, ForeignKey("shown_indicator.code"), primary_key=True),
    Column("value", Double, nullable=True, info={"minimum": 0}),
    text("source"),
    count("numerator", nullable=True, at_most="denominator"),
    count("denominator", nullable=True),
    comment="One row per published municipal value: of an indicator with a denominator its counts, "
    "of another the value alone, in the indicator's unit.",
)

risk_profile = Table(
    "risk_profile",
    metadata,
    school_ref(),
    year(),
    Column("risk_factor", String, ForeignKey("risk_factor.code"), primary_key=True),
    code("level", LEVELS),
    comment="One row per school, year and risk factor found in its self-diagnosis.",
)

school_context = Table(
    "school_context",
    metadata,
    school_ref(),
    year(),
    count("posts", nullable=True),
    count("vacant_posts", nullable=True, at_most="posts"),
    count("pupils_counted", nullable=True),
    count("other_language", nullable=True, at_most="pupils_counted"),
    count("low_income", nullable=True, at_most="pupils_counted"),
    Column("distance_km", Double, nullable=True, info={"minimum": 0}),
    text("source", nullable=True),
    comment="One row per school and year: what it works under. Teaching posts and those vacant; "
    "pupils, those whose language at home is not Russian, those of families with a low income; "
    "kilometres by road to the centre of the municipality. Empty: not known.",
)

municipal_report = Table(
    "municipal_report",
    metadata,
    oktmo(),
    year(),
    code("subject", REPORT_SUBJECTS, primary_key=True),
    Column("reported", Boolean, nullable=False),
    comment="One row per municipality, year and subject that was asked for; no row: no data.",
)
