"""Raise the four signals of every school of a region on a day, each with what it rests on.

Whoever sees all results (an editor's internal view) is told too who is low by the rule and whose
results got worse; for all others both signals are made of the lists that the region brought.
"""

import pandas as pd

from components.base.choices import rules, setting
from components.base.list_rule import as_set, breaks
from components.base.load import keep, load, of_all
from components.base.pupils import seen
from queries import identification, mentoring, roadmap_evidence, roadmaps, school_card, schools
from queries.methods import completion, coverage, overdue, signals, worsening
from queries.methods.identification import NO, UNKNOWN, YES, judged, sat
from queries.view import View, region_key

TOLD = ["school_id", "oktmo", "municipality", "name", "locality"]


def flags(view: View) -> pd.DataFrame:
    """One row per school of the region: the marks of `signals.SIGNALS`, YES, NO or UNKNOWN.

    running, returned: its lists; by_rule: listed by the rule as set (UNKNOWN: not told to this
    reader); result_worse, procedure, before, was, now and result_why: what `worsening` gives;
    standing: of its mentor; late: measures; map_why: which nothing there is of its road map.
    """
    return keep(_flags, region_key(view))


def _flags(view: View) -> pd.DataFrame:
    found = load(school_card.named, view)[TOLD]
    for part in (_lists(view), _rule(view), _results(view), _road_map(view)):
        found = found.merge(part, "left", "school_id")
    found = found.fillna(
        {
            "low": UNKNOWN,
            "running": 0,
            "by_rule": UNKNOWN,
            "result_worse": UNKNOWN,
            "result_why": "no_results",
            "late": 0,
        }
    )
    found["returned"] = found["returned"].eq(True)
    found["on_list"] = found["low"]
    found["low"] = found["low"].mask(found["by_rule"].eq(YES), YES)
    stays = found["running"].ge(setting("stays_years", view.region))
    found["worse"] = _worse(found, stays | found["returned"])
    found = _mentor(found, view)
    silent = found["on_list"].ne(NO) & ~found["marked"].eq(True)
    found["overdue"] = _mark(found["late"].gt(0), silent)
    return found


def _mark(yes: pd.Series, unknown: pd.Series) -> pd.Series:
    """Write YES where there is a signal, else UNKNOWN where nobody knows, else NO."""
    found = pd.Series(NO, yes.index)
    return found.mask(unknown, UNKNOWN).mask(yes, YES)


def _worse(found: pd.DataFrame, by_lists: pd.Series) -> pd.Series:
    """Put together what lists tell and, in the internal view, what results tell."""
    unknown = found["on_list"].eq(UNKNOWN)
    if seen() == "all":
        unknown = unknown | found["result_worse"].eq(UNKNOWN)
    return _mark(by_lists | found["result_worse"].eq(YES), unknown)


def _lists(view: View) -> pd.DataFrame:
    return signals.listing(load(identification.statuses, view), view.year)


def _rule(view: View) -> pd.DataFrame:
    """Judge by the rule as set, by results of the last year before that of the list."""
    if seen() != "all":
        return pd.DataFrame({"school_id": pd.Series(dtype=object), "by_rule": []})
    results = load(identification.results, view)
    years = results.loc[results["year"].lt(view.year), "year"]
    rule = as_set(view.region)
    verdicts = judged(sat(results, int(years.max() if len(years) else 0), rule, breaks()), rule)
    return verdicts[["school_id", "listed"]].rename(columns={"listed": "by_rule"})


def _results(view: View) -> pd.DataFrame:
    names = {"worse": "result_worse", "why": "result_why"}
    if seen() != "all":
        columns = ["school_id", *names.values(), "procedure", "before", "was", "now"]
        return pd.DataFrame(columns=columns).astype({"school_id": object})
    return of_all(keep, _changed, view).rename(columns=names)


def _changed(view: View) -> pd.DataFrame:
    """Compare the last results up to the year: how changes spread is learnt of every school."""
    results = load(identification.results, view)
    results = results[results["year"].le(view.year)]
    last = int(results["year"].max()) if len(results) else view.year
    return worsening.worsening(results, last, breaks(), int(rules(view.region).minimum_group))


def _mentor(found: pd.DataFrame, view: View) -> pd.DataFrame:
    """Add the standing of listed schools whose municipality reported on mentoring."""
    listed = load(schools.in_need, view)
    reported = listed.loc[listed["mentors"].notna(), ["school_id"]].reset_index(drop=True)
    standing = coverage.standings(reported, load(mentoring.pairs, view), view.day)
    told = reported.assign(standing=standing)
    found = found.merge(told, "left", "school_id")
    without = found["standing"].notna() & found["standing"].ne("covered")
    unknown = found["on_list"].ne(NO) & found["standing"].isna()
    return found.assign(no_mentor=_mark(without, unknown))


def _road_map(view: View) -> pd.DataFrame:
    """Count the measures that are late on the day, and say of whom there are no marks at all."""
    marks = completion.judged(load(roadmaps.executions, view), view.day)
    late = marks["standing"].eq("late").groupby(marks["school_id"]).sum()
    told = late.rename("late").rename_axis("school_id").reset_index().assign(marked=True)
    listed, reported = load(schools.in_need, view), load(roadmap_evidence.reports, view)
    silent = overdue.unmarked(listed, set(late.index), reported)
    silent = silent[["school_id", "state"]].rename(columns={"state": "map_why"})
    return told.merge(silent, "outer", "school_id")
