"""Follow one meeting: its decisions as they stand now, counts of all, results beyond chance.

Whether results are better than chance is told of the schools of a meeting together, by the method
of the net change: of a single school nothing could be told.
"""

import datetime as dt
from dataclasses import dataclass, replace

import pandas as pd

from components.base.choices import rules, setting
from components.base.decided import followed
from components.base.load import keep, load, of_all
from components.base.pupils import seen
from components.decisions.choice import DecisionsView, meeting_key
from components.decisions.numbers import of_place
from components.decisions.power import LISTS_BY
from queries import cohorts, lookups
from queries.methods.decided import STATES
from queries.methods.net_case import Least
from queries.methods.net_change import NetChange, net_change
from queries.methods.panel import panel_of
from queries.methods.refusal import Refusal
from queries.view import View


@dataclass(frozen=True)
class Meeting:
    """A meeting on its day, counted over every school of the place.

    rows: its decisions as `followed` gives them, of schools that the reader sees; states: how many
    stand where; schools: of which it decided; gone, new: signals; mentored: schools with a mentor
    since; measures: done since; net: the change of results, None where the reader sees no results.
    """

    day: dt.date
    rows: pd.DataFrame
    states: dict[str, int]
    schools: int
    gone: int
    new: int
    mentored: int
    measures: int
    net: NetChange | Refusal | None


def meeting(view: DecisionsView) -> Meeting:
    """Follow the meeting of the view, of which there is one."""
    found: Meeting = of_all(keep, _meeting, meeting_key(view))
    return found


def _meeting(view: DecisionsView) -> Meeting:
    day = dt.date.fromisoformat(view.meeting)
    rows = of_place(followed(view, day), view)
    schools = rows.drop_duplicates("school_id")
    turned = [turn for turns in schools["turns"] for turn in turns.values()]
    return Meeting(
        day=day,
        rows=rows,
        states={state: int(rows["state"].eq(state).sum()) for state in STATES},
        schools=len(schools),
        gone=turned.count("gone"),
        new=turned.count("new"),
        mentored=int(schools["mentor"].ne("").sum()),
        measures=int(schools["measures"].sum()),
        net=_net(view, day, frozenset(schools["school_id"])) if seen() == "all" else None,
    )


def _net(view: DecisionsView, day: dt.date, schools: frozenset[str]) -> NetChange | Refusal:
    """Part the change of the meeting's schools into what was to be expected and what is left.

    They are taken as a cohort that is helped from the year after the meeting; what a project did
    for them before is in their past, and goes on.
    """
    results = _followed_by(view)
    if results.empty:
        return Refusal("no_results")
    entry = _entries(results, day.year, schools)
    years = sorted(int(year) for year in results["year"].unique())
    base = max((year for year in years if year < day.year), default=None)
    if base is None:
        return Refusal("no_baseline")
    if years[-1] <= day.year:
        return Refusal("no_later_year")
    numbers = rules(view.region)
    panel = panel_of(results.assign(entry_year=entry), numbers.minimum_group)
    codes = ("cohort_schools", "verdict_schools", "reference_schools")
    least = Least(*(int(setting(code, view.region)) for code in codes))
    return net_change(panel, day.year, base, years[-1], least, numbers.confidence)


def _entries(results: pd.DataFrame, year: int, schools: frozenset[str]) -> pd.Series:
    """Let the meeting's schools enter in its year, and nobody else.

    Who entered a project in the very year is taken to have entered a year earlier: neither of the
    meeting nor untouched.
    """
    entry = results["entry_year"]
    entry = entry.mask(entry.eq(year), year - 1)
    return entry.mask(results["school_id"].isin(schools), year)


def _followed_by(view: DecisionsView) -> pd.DataFrame:
    """One row per school of the region and comparable year: its results in `LISTS_BY`."""
    cards = load(lookups.indicators)
    codes = cards.loc[cards["kind"].eq("pupil_rate") & cards["procedure"].eq(LISTS_BY), "code"]
    if codes.empty:
        return pd.DataFrame(columns=["school_id", "year", "entry_year"])
    asked = View(view.region, view.year, view.year)
    return load(cohorts.results, replace(asked, indicator=str(codes.iloc[0])))
