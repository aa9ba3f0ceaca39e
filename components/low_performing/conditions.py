"""Compare the conditions of schools with their region's, beside the flags that were brought."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.base.choices import setting
from components.base.load import keep, load, of_all
from components.base.pupils import seen
from components.low_performing.choice import ListView
from components.low_performing.numbers import named, of_place
from queries import school_context
from queries.methods import school_conditions as method
from queries.methods.school_conditions import HARD, NOT_HARD, PUPILS, SHARES, UNKNOWN
from queries.view import NEVER, View, of, region_key, schools_key

STATES = (HARD, NOT_HARD, UNKNOWN)
FLAGS = ("adverse_conditions", "low_performing", "resilient")
KINDS = (*FLAGS, "unmarked")
"""Schools of each flag, which overlap, and those with none of them."""


@dataclass(frozen=True)
class Conditions:
    """What is known of the conditions of a place's schools in the year.

    schools: one row per school with a known status or told conditions, as the method judges it
    among all of the region, with its flags; counts: one row per kind of KINDS, schools by state;
    told: of how many schools anything is told; unflagged: how many work under hard conditions
    without the flag of adverse ones. Of schools a reader has those he may see.
    """

    schools: pd.DataFrame
    counts: pd.DataFrame
    told: int
    unflagged: int


def conditions(view: ListView) -> Conditions:
    """Judge the conditions of the view's schools."""
    return of_all(keep, _conditions, of(ListView, schools_key(view)))


def _conditions(view: ListView) -> Conditions:
    found = _chosen(keep(_judged, region_key(view)), view)
    unflagged = found["state"].eq(HARD) & ~found["adverse_conditions"] & found["flagged"]
    return Conditions(
        schools=found,
        counts=_counts(found),
        told=int(found["told"].sum()),
        unflagged=int(unflagged.sum()),
    )


def _judged(view: View) -> pd.DataFrame:
    """Judge every school of the region; an older version tells nothing of pupils' families."""
    found = load(school_context.conditions, view)
    if seen() == "none":
        found = found.assign(**{SHARES[name][0]: np.nan for name in PUPILS})
    found = found.assign(flagged=found["low_performing"].notna())
    for flag in FLAGS:
        found[flag] = found[flag].eq(True)
    return method.judged(found, _rule(view.region))


def _rule(region: str) -> method.HardRule:
    return method.HardRule(
        share=setting("hard_share", region),
        conditions=int(setting("hard_conditions", region)),
        schools=int(setting("hard_schools", region)),
        pupils=int(setting("minimum_group", region)),
    )


def _chosen(found: pd.DataFrame, view: ListView) -> pd.DataFrame:
    """Narrow schools to the place, the kind and the year of entry of the view."""
    found = of_place(found, view)
    if view.cohort != NEVER:
        found = found[found["school_id"].isin(named(view)["school_id"])]
    return found.reset_index(drop=True)


def _counts(found: pd.DataFrame) -> pd.DataFrame:
    """One row per kind of schools: how many there are of each state; a kind without any too."""
    unmarked = found["flagged"] & ~found[list(FLAGS)].any(axis=1)
    of_kind = {**{flag: found[flag] for flag in FLAGS}, "unmarked": unmarked}
    rows = [
        {"kind": kind, **{state: int((here & found["state"].eq(state)).sum()) for state in STATES}}
        for kind, here in of_kind.items()
    ]
    return pd.DataFrame(rows, columns=["kind", *STATES])
