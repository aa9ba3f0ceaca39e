"""Know which pages show a declared table, and what of it a region has."""

import pandas as pd

from components.base.load import load, one_version
from data import generated_rows
from queries import brought
from queries.view import View

OPENS: dict[str, tuple[tuple[str, str], ...]] = {
    "road_map": (("roadmaps", "measures"),),
    "road_map_measure": (("roadmaps", "measures"),),
    "school": (("overview", ""), ("heatmap", ""), ("schools", "")),
    "school_status": (
        ("overview", ""),
        ("heatmap", ""),
        ("low_performing", "changes"),
        ("explore", "flow"),
        ("mentoring", "gap"),
        ("project_year", "documents"),
        ("schools", ""),
    ),
    "assessment_result": (("dynamics", ""), ("heatmap", "")),
    "own_indicator": (("heatmap", ""), ("dynamics", "")),
    "indicator_value": (("heatmap", ""), ("dynamics", "")),
    "region_setting": (("about", ""),),
    "region_target": (("about", ""),),
    "risk_profile": (("mentoring", "proposal"), ("risks", "profiles")),
    "school_context": (("low_performing", "conditions"),),
    "mentorship": (("mentoring", "coverage"),),
    "mentor_offer": (("mentoring", "proposal"),),
    "mentor_strength": (("mentoring", "proposal"), ("risks", "answers")),
    "mentoring_mark": (("mentoring", "effectiveness"),),
    "partnership": (),
    "road_map_execution": (("roadmaps", "completion"),),
    "training": (("heatmap", ""),),
    "event_participation": (("events", ""),),
    "recommendation_mark": (("recommendations", "marks"),),
    "document_kind": (("project_year", "documents"),),
    "school_document": (("project_year", "documents"),),
    "school_decision": (("decisions", "meeting"),),
    "municipal_report": (("mentoring", "coverage"),),
    "municipal_outline": (("heatmap", "map"),),
    "municipality": (("heatmap", ""),),
}
"""The pages that a table fills, each with the part that it fills where the page has parts."""


def link(page: str, part: str) -> dict[str, str]:
    """Write which part of a page is open as a link's parameters; none where it has no parts."""
    return {"display" if page == "heatmap" else "desk": part} if part else {}


def held(region: str) -> pd.DataFrame:
    """One row per declared table, by its name: `rows` about a region, and of them `own` ones.

    Own are all but those of the demonstration set; facts from documents are own too.
    """
    found = load(brought.tables, View(region, 0, 0)).set_index("name")
    with one_version() as version:
        generated = pd.Series(generated_rows.of(version), dtype=int)
    without_sign = generated.reindex(found.index, fill_value=0) - found["signs"]
    own = (found["unsigned"] - without_sign.clip(lower=0)).clip(lower=0)
    return pd.DataFrame({"rows": found["rows"], "own": own})


def lacking(page: str, region: str) -> list[str]:
    """List the tables that fill a page and of which the region has no row."""
    rows = held(region)["rows"]
    return [name for name, pages in OPENS.items() if page in dict(pages) and not rows[name]]
