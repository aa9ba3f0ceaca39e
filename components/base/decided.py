"""Follow the decisions of a meeting: where each stands, and what has happened to its school since.

Decision, mentor and road map act together: what happened after a decision is not by it alone.
"""

import datetime as dt

import pandas as pd

from components.base.list_rule import breaks
from components.base.load import keep, load
from components.base.pupils import seen
from components.base.signals import flags
from queries import identification, mentoring, roadmaps, school_decisions
from queries.methods import coverage
from queries.methods.decided import stood, turned
from queries.methods.identification import UNKNOWN
from queries.methods.signals import SIGNALS
from queries.view import View, region_key

PROCEDURES = ("VPR", "OGE", "EGE")
"""By which a school's results are followed, the one that most schools have first."""

RESULTS = ["result", "procedure", "was_year", "was", "now_year", "now"]


def followed(view: View, day: dt.date) -> pd.DataFrame:
    """One row per decision of the region that was taken on a day, as it stands on the view's day.

    Beside the decision: `state` and `days_late`; `turns`, by signal what became of it; `measures`
    done since, `mentor` found since, or nothing; `result`: told, not_yet, not_comparable, none or
    hidden, with the procedure, years and shares, 0–1, if told.
    """
    return keep(_followed, region_key(view), day)


def _followed(view: View, day: dt.date) -> pd.DataFrame:
    found = load(school_decisions.decisions, view)
    found = found[pd.to_datetime(found["decided_on"]).eq(pd.Timestamp(day))].reset_index(drop=True)
    found = stood(found, view.day)
    at = View(view.region, day.year, day.year, on=day.isoformat())
    was, now = (_marks(flags(each)) for each in (at, view))
    nobody = dict.fromkeys(SIGNALS, UNKNOWN)
    schools = found["school_id"]
    return found.assign(
        turns=[turned(was.get(one, nobody), now.get(one, nobody)) for one in schools],
        measures=schools.map(_measures(view, day)).fillna(0).astype(int),
        mentor=schools.map(_mentors(view, day)).astype(object).fillna(""),
    ).merge(_results(view, day, set(schools)), "left", "school_id")


def _marks(rows: pd.DataFrame) -> dict[str, dict[str, int]]:
    return {row["school_id"]: row for row in rows[["school_id", *SIGNALS]].to_dict("records")}


def _measures(view: View, day: dt.date) -> pd.Series:
    """Count by school the measures of road maps that were done after a day, up to the view's."""
    years = range(day.year, view.year + 1)
    parts = [load(roadmaps.executions, View(view.region, year, year)) for year in years]
    found = pd.concat(parts)
    done = pd.to_datetime(found["done_date"])
    since = done.gt(pd.Timestamp(day)) & done.le(pd.Timestamp(view.day))
    return since.groupby(found["school_id"]).sum()


def _mentors(view: View, day: dt.date) -> dict[str, str]:
    """Name by school the mentor whose pair began after a day and counts on the view's."""
    held = coverage.counting(load(mentoring.pairs, view), view.day)
    held = held[pd.to_datetime(held["start_date"]).gt(pd.Timestamp(day))]
    first = held.drop_duplicates("mentee_id")
    return dict(zip(first["mentee_id"], first["mentor"], strict=True))


def _results(view: View, day: dt.date, schools: set[str]) -> pd.DataFrame:
    """One row per school: its results up to the year of a day beside the last ones after it.

    A decision of a year is taken to act from the next one on, as entry into the project is.
    """
    if seen() != "all":
        hidden = [{"school_id": school, "result": "hidden"} for school in sorted(schools)]
        return pd.DataFrame(hidden, columns=["school_id", *RESULTS])
    results = load(identification.results, view)
    results = results[results["school_id"].isin(schools) & results["year"].le(view.year)]
    keys = ["school_id", "procedure", "year"]
    sums = results.groupby(keys)[["participants", "below"]].sum()
    shares = (sums["below"] / sums["participants"]).to_dict()
    by_school: dict[str, dict[str, dict[int, float]]] = {school: {} for school in schools}
    for (school, procedure, year), share in shares.items():
        by_school[school].setdefault(procedure, {})[int(year)] = share
    rows = [_change(by_school[one], day.year) | {"school_id": one} for one in sorted(schools)]
    return pd.DataFrame(rows, columns=["school_id", *RESULTS])


def _change(of_procedures: dict[str, dict[int, float]], year: int) -> dict[str, object]:
    """Compare the results of one school in the first procedure that has both sides."""
    said = "none" if not of_procedures else "not_yet"
    for procedure in PROCEDURES:
        shares = of_procedures.get(procedure, {})
        before = max((one for one in shares if one <= year), default=0)
        after = max((one for one in shares if one > year), default=0)
        if not before or not after:
            continue
        if any((procedure, one) in breaks() for one in range(before + 1, after + 1)):
            said = "not_comparable"
            continue
        told = {"result": "told", "procedure": procedure, "was_year": before, "now_year": after}
        return told | {"was": shares[before], "now": shares[after]}
    return {"result": said}
