"""Declare what the source documents say: events, decisions, road maps, stated figures."""

from sqlalchemy import Column, Date, Double, ForeignKey, Integer, String, Table

from data.schema.columns import (
    BASES,
    PARTICIPATION,
    STATUSES,
    code,
    count,
    key,
    metadata,
    oktmo,
    region_ref,
    text,
)

event = Table(
    "event",
    metadata,
    key("code"),
    region_ref(),
    text("name_ru"),
    text("name_en"),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    text("source"),
    comment="One row per event of the project (session, conference, seminar).",
)

event_count = Table(
    "event_count",
    metadata,
    key("event", ForeignKey("event.code")),
    key("attribute"),
    Column("value", Double, nullable=False),
    text("unit"),
    text("source"),
    comment="One row per stated number about an event.",
)

event_participation = Table(
    "event_participation",
    metadata,
    key("event", ForeignKey("event.code")),
    oktmo(),
    code("state", PARTICIPATION),
    text("source"),
    comment="One row per municipality whose participation in an event is known by name.",
)

recommendation = Table(
    "recommendation",
    metadata,
    key("rec_id"),
    Column("event", String, ForeignKey("event.code"), nullable=False),
    text("source"),
    text("event_date"),
    count("direction_no"),
    text("direction"),
    text("addressees"),
    text("text_ru"),
    text("due", nullable=True),
    text("target", nullable=True),
    text("indicator_code", nullable=True),
    text("repeats_rec_id", nullable=True),
    text("kind"),
    comment="One row per recommendation; repeats_rec_id names its repeats, split by «; ».",
)

road_map = Table(
    "road_map",
    metadata,
    key("code"),
    region_ref(),
    text("name_ru"),
    text("name_en"),
    count("first_year"),
    count("last_year"),
    code("basis", BASES),
    text("source"),
    comment="One row per road map.",
)

road_map_measure = Table(
    "road_map_measure",
    metadata,
    key("measure_id"),
    Column("road_map", String, ForeignKey("road_map.code"), nullable=False),
    text("source"),
    count("section_no"),
    text("section"),
    text("measure_no"),
    text("text_ru"),
    text("deadline_as_written"),
    text("start", nullable=True),
    text("end", nullable=True),
    text("recurrence"),
    text("months", nullable=True),
    text("responsible"),
    text("sub_actions", nullable=True),
    text("note", nullable=True),
    comment="One row per measure of a road map, its deadline in the words of the document.",
)

regional_measure_fact = Table(
    "regional_measure_fact",
    metadata,
    key("measure_no"),
    Column("fact_no", Integer, primary_key=True, autoincrement=False),
    text("source"),
    region_ref(),
    text("measure"),
    text("collegium_task", nullable=True),
    code("status", STATUSES),
    text("date", nullable=True),
    text("fact_ru"),
    text("evidence", nullable=True),
    text("status_basis"),
    comment="One row per stated fact about a regional measure (direction 1.2).",
)

magnitude = Table(
    "magnitude",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("region"),
    text("subject"),
    text("indicator"),
    text("value"),
    text("unit"),
    text("date", nullable=True),
    text("source"),
    text("note", nullable=True),
    comment="One row per public figure used for calibration; value as printed in its source.",
)

stated_fact = Table(
    "stated_fact",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("source"),
    text("subject"),
    text("attribute"),
    text("value"),
    text("unit", nullable=True),
    text("date", nullable=True),
    comment="One row per number, date or target stated in a source document.",
)
