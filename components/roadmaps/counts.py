"""Count what is done by section, responsible party, map and municipality."""

import pandas as pd

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import of_all
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from components.roadmaps.rows import map_names, of
from components.shell.tables import Columns
from queries.methods import completion

COUNTED: Columns = (("done_of", "text"), ("unproved", "integer"), ("late", "integer"))
FILED: Columns = (("done", "integer"), ("due", "integer"), *COUNTED[1:])
COMPLETION: Columns = (("kind_said", "text"), ("name", "text"), *FILED)
GROUPS = ("section", "party", "place", "map")
HEADS = dict(zip(GROUPS, ("section", "responsible", "municipality", "map"), strict=True))
"""The column whose title stands over the names of a group."""


def groups(view: RoadmapsView, group: str) -> pd.DataFrame:
    """One row per section, party, municipality or map: what of it is done by the day.

    A measure of two parties stands with both, so parties do not add up.
    """
    return of_all(_groups, view, group)


def _groups(view: RoadmapsView, group: str) -> pd.DataFrame:
    words, n = Words(view.language), numbers(view)
    names = map_names(n.maps, words)
    kept = ["measure_id", "road_map", "section_no", "section"]
    found = n.found.merge(n.measures[kept], "left", "measure_id")
    if group == "party":
        pairs = zip(n.measures["measure_id"], n.measures["parties"], strict=True)
        counted = completion.by_group(completion.of_parties(found, pairs), ["party"])
        named = list(counted["party"])
    elif group == "section":
        counted = completion.by_group(found, ["road_map", "section_no", "section"])
        counted = counted.sort_values(["road_map", "section_no"], ignore_index=True)
        named = [f"{row.section_no}. {row.section}" for row in counted.itertuples()]
    elif group == "map":
        counted = completion.by_group(found, ["road_map"])
        named = [names[code] for code in counted["road_map"]]
    else:
        counted = completion.by_group(found, ["oktmo"])
        named = [municipality_name(oktmo, words) for oktmo in counted["oktmo"]]
    done_of = [of(row["done"], row["due"], words) for row in counted.to_dict("records")]
    return counted.assign(name=named, done_of=done_of)


def completion_by_all(view: RoadmapsView) -> pd.DataFrame:
    """One row per section, party, map and municipality: the same counts split four ways."""
    words = Words(view.language)
    parts = [
        groups(view, group).assign(kind_said=words(f"roadmaps.by_{group}")) for group in GROUPS
    ]
    return pd.concat(parts, ignore_index=True)[[key for key, _ in COMPLETION]]
