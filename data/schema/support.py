"""Declare the help that schools get: mentors, partners, road-map measures, training, documents."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table

from data.schema.columns import (
    DECISION_KINDS,
    DOCUMENT_STATUSES,
    FORMS,
    LEVELS,
    PARTNER_KINDS,
    STATUSES,
    code,
    count,
    key,
    metadata,
    oktmo,
    school_ref,
    text,
    year,
)

mentorship = Table(
    "mentorship",
    metadata,
    key("mentorship_id"),
    school_ref("mentee_id", primary_key=False),
    school_ref("mentor_id", primary_key=False),
    code("form", FORMS),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=True, info={"not_before": "start_date"}),
    text("evidence", nullable=True),
    comment="One row per pair and period; end_date is the last day in force, empty if it lasts.",
)

mentor_offer = Table(
    "mentor_offer",
    metadata,
    school_ref(),
    year(),
    count("capacity", nullable=True),
    Column("entitled", Boolean, nullable=False),
    text("ground", nullable=True),
    comment="One row per school and year in which it may mentor: how many schools at most, and "
    "whether it is entitled without being resilient, on which ground.",
)

mentor_strength = Table(
    "mentor_strength",
    metadata,
    school_ref(),
    year(),
    Column("risk_factor", String, ForeignKey("risk_factor.code"), primary_key=True),
    comment="One row per school, year and risk factor with which it can help others.",
)

mentoring_mark = Table(
    "mentoring_mark",
    metadata,
    oktmo(),
    year(),
    code("degree", LEVELS),
    text("ground", nullable=True),
    comment="One row per municipality and year: how effective its mentoring was found to be.",
)

partnership = Table(
    "partnership",
    metadata,
    key("partnership_id"),
    school_ref(primary_key=False),
    text("partner"),
    code("kind", PARTNER_KINDS),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=True, info={"not_before": "start_date"}),
    text("evidence", nullable=True),
    comment="One row per school, network partner and period; partner is an organisation.",
)

road_map_execution = Table(
    "road_map_execution",
    metadata,
    Column("measure_id", String, ForeignKey("road_map_measure.measure_id"), primary_key=True),
    school_ref(),
    Column("due_date", Date, primary_key=True),
    Column("done_date", Date, nullable=True),
    text("evidence", nullable=True),
    comment="One row per measure, school and due date; done_date empty: not done.",
)

training = Table(
    "training",
    metadata,
    school_ref(),
    year(),
    count("teachers"),
    count("trained", at_most="teachers"),
    comment="One row per school and year: teachers, and those who completed training.",
)

recommendation_mark = Table(
    "recommendation_mark",
    metadata,
    key("mark_id"),
    Column("rec_id", String, ForeignKey("recommendation.rec_id"), nullable=False),
    oktmo(primary_key=False),
    Column("school_id", String(40), ForeignKey("school.school_id"), nullable=True),
    Column("marked_on", Date, nullable=False),
    code("state", STATUSES),
    text("evidence", nullable=True),
    comment="One row per mark that a municipality, or a school of it, made on a recommendation.",
)

document_kind = Table(
    "document_kind",
    metadata,
    key("document"),
    count("stage_no"),
    text("stage_ru"),
    text("stage_en"),
    text("name_ru"),
    text("name_en"),
    text("due", nullable=True),
    text("source"),
    comment="One row per document that a school of the project uploads in a year, by stage; due: "
    "month and day (MM-DD) of the project year, empty if not known.",
)

school_document = Table(
    "school_document",
    metadata,
    school_ref(),
    year(),
    Column("document", String, ForeignKey("document_kind.document"), primary_key=True),
    code("status", DOCUMENT_STATUSES),
    Column("status_date", Date, nullable=True),
    text("curator", nullable=True),
    comment="One row per school, project year and document: where it stands; curator is a code.",
)

school_decision = Table(
    "school_decision",
    metadata,
    key("decision_id"),
    school_ref(primary_key=False),
    Column("decided_on", Date, nullable=False),
    code("kind", DECISION_KINDS),
    Column("decision", String, nullable=False, info={"nameless": True}),
    Column("responsible", String, nullable=False, info={"nameless": True}),
    Column("due_date", Date, nullable=True, info={"not_before": "decided_on"}),
    Column("done_date", Date, nullable=True, info={"not_before": "decided_on"}),
    text("source", nullable=True),
    comment="One row per decision that a meeting took on a school: responsible is a role, never a "
    "person; due_date empty: no term was set; done_date empty: not done.",
)
