"""Declare every table of a data version: its grain, keys, units and limits.

The declaration is the contract of three readers: the intake checks each file against it (types,
keys, references, limits), the store creates tables from it, and the questions are written on it.
Published files carry no indexes: a version never changes, so keys are proved once, at the door.
"""

from data.schema.catalogue import (
    indicator,
    municipal_outline,
    municipal_point,
    municipality,
    own_indicator,
    region,
    risk_factor,
    series_break,
    setting,
    shown_indicator,
    source_document,
    subject,
)
from data.schema.columns import metadata
from data.schema.documents import (
    event,
    event_count,
    event_participation,
    magnitude,
    recommendation,
    regional_measure_fact,
    road_map,
    road_map_measure,
    stated_fact,
)
from data.schema.published import (
    data_content,
    data_input,
    data_version,
    municipal_indicator,
    result_block,
)
from data.schema.schools import (
    assessment_result,
    indicator_value,
    municipal_report,
    risk_profile,
    school,
    school_status,
)
from data.schema.support import (
    document_kind,
    mentor_offer,
    mentor_strength,
    mentoring_mark,
    mentorship,
    partnership,
    recommendation_mark,
    road_map_execution,
    school_document,
    training,
)

SCHEMA_NUMBER = 8
"""Raise it with any change of a table, column or type, and write the step to it in
`data/migrations/`; a test tells what is lacking."""

FACT_TABLES = (
    source_document,
    region,
    municipality,
    municipal_point,
    indicator,
    shown_indicator,
    subject,
    risk_factor,
    setting,
    series_break,
    event,
    event_count,
    event_participation,
    recommendation,
    road_map,
    road_map_measure,
    regional_measure_fact,
    magnitude,
    stated_fact,
    document_kind,
)
"""Tables with a file under data/facts/, parents before children."""

INTAKE_TABLES = (
    road_map,
    road_map_measure,
    school,
    school_status,
    assessment_result,
    own_indicator,
    indicator_value,
    risk_profile,
    mentorship,
    mentor_offer,
    mentor_strength,
    mentoring_mark,
    partnership,
    road_map_execution,
    training,
    event_participation,
    recommendation_mark,
    document_kind,
    school_document,
    municipal_report,
    municipal_outline,
)
"""Tables that a region brings, parents before children."""

__all__ = [
    "metadata",
    "source_document",
    "region",
    "municipality",
    "municipal_point",
    "municipal_outline",
    "indicator",
    "shown_indicator",
    "own_indicator",
    "subject",
    "risk_factor",
    "setting",
    "series_break",
    "event",
    "event_count",
    "event_participation",
    "recommendation",
    "road_map",
    "road_map_measure",
    "regional_measure_fact",
    "magnitude",
    "stated_fact",
    "school",
    "school_status",
    "assessment_result",
    "indicator_value",
    "risk_profile",
    "mentorship",
    "partnership",
    "road_map_execution",
    "training",
    "mentor_offer",
    "mentor_strength",
    "mentoring_mark",
    "recommendation_mark",
    "document_kind",
    "school_document",
    "municipal_report",
    "municipal_indicator",
    "result_block",
    "data_version",
    "data_input",
    "data_content",
    "SCHEMA_NUMBER",
    "FACT_TABLES",
    "INTAKE_TABLES",
]
