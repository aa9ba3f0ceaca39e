"""Prepare the charts of the network: municipality by municipality, or pair by pair."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.load import of_all
from components.base.mentors import mentors
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import arcs, crossing, sheet
from components.mentoring import rows
from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers
from queries.methods import coverage

ARCS_WIDTH, CROSSING_WIDTH = 560, 540
"""The tables stand beside the charts within 1280 px; a matrix may be narrower."""
ARCS_WIDE, LOW = 900, 190
"""The width of arcs, and the most height of a chart, under which the tables stand, px."""


def crossing_rows(view: MentoringView) -> pd.DataFrame:
    """One row per municipality of mentees and municipality of mentors: pairs that count."""
    return of_all(_crossing_rows, view)


def _crossing_rows(view: MentoringView) -> pd.DataFrame:
    words, held = Words(view.language), rows.local(numbers(view))
    keys = ["mentee_municipality", "mentee_oktmo", "mentor_municipality", "mentor_oktmo"]
    found = held.groupby(keys, as_index=False).agg(pairs=("mentee_id", "size"))
    found.columns = pd.Index(
        ["mentee_name", "mentee_oktmo", "mentor_name", "mentor_oktmo", "pairs"]
    )
    said = [
        words(
            "mentoring.crossing_tooltip",
            n=row.pairs,
            mentor=row.mentor_name,
            mentee=row.mentee_name,
        )
        for row in found.itertuples()
    ]
    return found.assign(tooltip=said)


def crossing_spec(view: MentoringView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw which municipality's schools mentor which municipality's."""
    words = Words(view.language)
    axes = (words("mentoring.axis_mentees"), words("mentoring.axis_mentors"))
    drawn, colours = crossing_rows(view), palette(theme)
    made = crossing.draw(drawn, colours, axes=axes)
    most = figure(CROSSING_WIDTH, room)
    if made["width"] > most:
        made = crossing.draw(drawn, colours, most, axes=axes)
    return sheet.packed(made)


def arcs_rows(view: MentoringView) -> pd.DataFrame:
    """One row per pair in force of the chosen municipality's schools, or of the chosen mentor."""
    words, n = Words(view.language), numbers(view)
    held = coverage.in_force(n.pairs, n.day).drop_duplicates(["mentee_id", "mentor_id"])
    if view.mentor:
        held = held[held["mentor_id"].eq(view.mentor)]
    else:
        held = held[held["mentee_id"].isin(n.schools["school_id"])]
    may = mentors(view).set_index("school_id")
    notes = [_note(one.mentor_id, one.entitled, may, words) for one in held.itertuples()]
    own = held["mentor_oktmo"].eq(held["mentee_oktmo"])
    return pd.DataFrame(
        {
            "mentor_id": held["mentor_id"],
            "mentor": held["mentor"],
            "mentor_note": notes,
            "mentee_id": held["mentee_id"],
            "mentee": held["mentee"],
            "mentee_note": held["mentee_municipality"] if view.mentor else "",
            "counts": held["entitled"].astype(bool),
            "own": own,
            "tooltip": [
                f"{one.mentor} ({one.mentor_municipality}) → {one.mentee}"
                for one in held.itertuples()
            ],
        }
    ).reset_index(drop=True)


def _note(mentor: str, counts: bool, may: pd.DataFrame, words: Words) -> str:
    """Say a mentor's load; of one that is not among the region's mentors, whether it counts."""
    if mentor not in may.index:
        return words("mentoring.counts" if counts else "mentoring.apart")
    row = may.loc[mentor]
    return words("mentoring.leads", load=row["load"], capacity=row["capacity"])


def arcs_spec(view: MentoringView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw who mentors whom for one municipality or one mentor."""
    drawn, colours = arcs_rows(view), palette(theme)
    made = arcs.draw(drawn, colours, figure(ARCS_WIDTH, room))
    if made["height"] <= LOW:
        made = arcs.draw(drawn, colours, figure(ARCS_WIDE, room))
    return sheet.packed(made)
