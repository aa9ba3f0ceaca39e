"""Say of a file what it holds: what was chosen, what a row is, which tables its rows come from."""

from collections.abc import Iterable
from dataclasses import fields

from components.base import table_names
from components.base.i18n import Words
from components.base.load import load
from queries import sources
from queries.view import View, default_of, value

_RESULTS = ("assessment_result", "school_status", "school")
_MENTORS = ("mentorship", "mentor_offer", "school_status", "school")
_MAPS = ("road_map", "road_map_measure", "road_map_execution", "school_status")
_DECISIONS = ("recommendation", "recommendation_mark", "event")
_LISTS = ("school_status", "school")
_RISKS = ("risk_profile", "school_status", "school")

TABLES: dict[str, tuple[str, ...]] = {
    "attention": (*_MENTORS, "road_map_execution"),
    "heatmap": (
        *("assessment_result", "school_status", "school", "mentorship", "mentor_offer"),
        *("road_map_execution", "training", "indicator_value", "municipal_report"),
    ),
    "place_schools": (*_MENTORS, "road_map_execution"),
    "schools": (*_LISTS, "mentorship", "mentor_offer"),
    "school": (
        *(*_LISTS, "risk_profile", "school_context", "assessment_result", "mentorship"),
        *("road_map_execution", "school_document", "training"),
    ),
    "low_performing": _LISTS,
    "low_performing_rule": (*_LISTS, "assessment_result"),
    "low_performing_conditions": (*_LISTS, "school_context"),
    "project_year": ("school_document", "document_kind", "school_status"),
    "project_year_curators": ("school_document", "school_status"),
    **dict.fromkeys(
        ("dynamics_lines", "dynamics_three", "dynamics_panel", "dynamics_places"), _RESULTS
    ),
    **dict.fromkeys(
        ("dynamics_schools", "dynamics_funnel", "dynamics_comparison", "dynamics_means"), _RESULTS
    ),
    "dynamics_counts": (*_MENTORS, "road_map_execution", "training"),
    "dynamics_published": ("indicator_value",),
    **dict.fromkeys(
        ("roadmaps_list", "roadmaps_executions", "roadmaps_completion", "roadmaps_workload"), _MAPS
    ),
    "roadmaps_overdue": _MAPS,
    "roadmaps_doubts": ("road_map", "road_map_measure", "road_map_execution"),
    "roadmaps_facts": ("regional_measure_fact",),
    "events": ("event",),
    "events_places": ("event", "event_participation", "event_count"),
    **dict.fromkeys(
        ("mentoring_gap", "mentoring_places", "mentoring_cohorts", "mentoring_forms"), _MENTORS
    ),
    **dict.fromkeys(("mentoring_months", "mentoring_pairs", "mentoring_mentors"), _MENTORS),
    "mentoring_proposal": (*_MENTORS, "mentor_strength", "risk_profile"),
    "mentoring_marks": ("mentoring_mark",),
    "mentoring_cases": _MENTORS,
    "overview": (*_MENTORS, "road_map_execution"),
    "events_states": ("event", "event_participation", "event_count"),
    "low_performing_flow": _LISTS,
    **dict.fromkeys(("explore_flow", "explore_stream"), _LISTS),
    "explore_points": (*_RESULTS, *_MENTORS, *_MAPS, "training", "school_context"),
    **dict.fromkeys(("explore_side", "explore_years"), (*_RESULTS, *_MENTORS, *_MAPS, "training")),
    "project_year_documents": ("school_document", "document_kind", "school_status"),
    "decisions_actions": (*_MENTORS, "road_map_execution"),
    "decisions_meeting": ("school_decision", *_MENTORS, "road_map_execution"),
    "decisions_power": _RESULTS,
    **dict.fromkeys(("risks_factors", "risks_profiles", "risks_places"), _RISKS),
    "risks_answers": (*_RISKS, *_MENTORS, "mentor_strength", "road_map_measure"),
    "risks_mentors": (*_MENTORS, "mentor_strength"),
    "risks_measures": (*_RISKS, "road_map_measure", "road_map_execution"),
    "risks_decisions": ("recommendation", "event"),
    "recommendations_list": _DECISIONS,
    "recommendations_returned": _DECISIONS,
    "recommendations_marks": _DECISIONS,
}
"""Tables of the store behind each file; its words are `contents.<subject>`."""

PLAIN = ("schools", "indicator", "on", "subject")
"""Fields whose value alone says in a name what it is: `rural`, `IND-03`, `2022-06-30`."""

TOLD_FIRST = ("region", "municipality", "year", "first_year")
"""Fields that stand in every name before the others."""


def scope(view: View, filters: tuple[str, ...]) -> str:
    """Name the place and the years that a file is of: 60, 60605000_2022, 60_2017-2022."""
    place = view.municipality if "municipality" in filters and view.municipality else view.region
    years = str(view.year)
    if "first_year" in filters and view.first_year != view.year:
        years = f"{view.first_year}-{years}"
    return f"{place}_{years}" if "year" in filters else place


def chosen(view: View, narrowing: Iterable[str]) -> tuple[str, ...]:
    """Name in codes what else was chosen of the fields by which the rows were narrowed."""
    known = {field.name for field in fields(view)}
    asked = [name for name in dict.fromkeys(narrowing) if name in known and name not in TOLD_FIRST]
    return tuple(
        _code(name, value(view, name))
        for name in asked
        if name == "indicator" or value(view, name) != default_of(type(view), name)
    )


def gathered(view: View, bar: tuple[str, ...]) -> tuple[str, ...]:
    """Name how many schools, municipalities and cohorts were gathered for a view."""
    counts = {
        "picked": len(view.picked_schools),
        "group": len(view.group_places),
        "places": len(view.several_places),
        "cohorts": len(view.several_cohorts),
    }
    return tuple(f"{field}-{count}" for field, count in counts.items() if count and field in bar)


def _code(field: str, given: object) -> str:
    return str(given) if field in PLAIN else f"{field.replace('_', '-')}-{given}"


def row(subject: str, words: Words) -> str:
    """Say what a row of a file is, and what the file has that the page does not show."""
    return words(f"contents.{subject}")


def origins(subject: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Give a line per table behind a file: its name, and the files that its rows came with."""
    inputs = load(sources.inputs)
    source = words("files.source")
    return tuple(
        (f"{source}: {table_names.title(table, words)}", ", ".join(dict.fromkeys(found["file"])))
        for table in TABLES[subject]
        if len(found := inputs[inputs["table_name"].eq(table)])
    )
