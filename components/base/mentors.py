"""Count who may mentor: places, load, free places and strengths of each school with the right."""

from dataclasses import replace

import pandas as pd

from components.base.choices import choices, setting
from components.base.load import keep, load, of_all
from queries import mentoring
from queries.methods import coverage, network
from queries.view import View, region_key


def mentors(view: View) -> pd.DataFrame:
    """One row per school of the region that may be given more schools on the day.

    As `entitled`, without schools of other regions, whose own needs are not known here, and
    without low-performing ones, which are to be mentored themselves.
    """
    return of_all(keep, _mentors, region_key(view))


def entitled(view: View) -> pd.DataFrame:
    """One row per school whose pairs count, of the region or with a pair of it: its load, places.

    `load`: schools of all regions it mentors on the day; `free`: places not taken; `declared`:
    whether it named its number of places; `strengths`: codes of risk factors; `mentor_id`: the
    school itself, as in a pair, for a reader sees the mentors of his schools too.
    """
    return of_all(keep, _entitled, region_key(view))


def _mentors(view: View) -> pd.DataFrame:
    found = entitled(view)
    here = found["region"].eq(view.region) & ~found["listed"].astype(bool)
    return found[here].reset_index(drop=True)


def _entitled(view: View) -> pd.DataFrame:
    found = load(mentoring.mentors, view)
    declared = found["capacity"].notna()
    usual = {region: setting("mentor_places", region) for region in found["region"].unique()}
    places = found["capacity"].fillna(found["region"].map(usual)).astype(int)
    held = coverage.counting(_pairs(view), view.day)
    loads = network.load(held, places.set_axis(found["school_id"])).set_index("mentor_id")["load"]
    strong = load(mentoring.strengths, view).groupby("school_id")["risk_factor"].agg(tuple)
    load_now = found["school_id"].map(loads).fillna(0).astype(int)
    return found.assign(
        mentor_id=found["school_id"],
        declared=declared,
        capacity=places,
        load=load_now,
        free=(places - load_now).clip(lower=0),
        strengths=[strong.get(school, ()) for school in found["school_id"]],
    )


def _pairs(view: View) -> pd.DataFrame:
    """Pairs of every region: who mentors beyond the border has fewer places here."""
    every = [load(mentoring.pairs, replace(view, region=region)) for region in choices().regions]
    return pd.concat([each for each in every if len(each)] or every[:1], ignore_index=True)
