"""Count what of a road map is done on a day: full counts of executions, never an estimate.

The day is over when it is reported on: what is due on it and was not done by its end is late.
An execution is one measure of one school with one due date.
"""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

STANDINGS = ("proved", "unproved", "late", "ahead")
"""Done with evidence; done without; due and not done; neither done nor due."""

NOTHING = ("unmarked", "undated")
"""No school marked the due date at all; and the days come from a schedule that is not given."""

COUNTS = ("due", "done", "unproved", "late", "ahead")


def judged(executions: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Add to executions (due_date, done_date, evidence) their `standing` and whether `is_due`.

    A measure done ahead of its date is proved or unproved already, though not due.
    """
    when = pd.Timestamp(day)
    is_due = pd.to_datetime(executions["due_date"]).le(when)
    done = pd.to_datetime(executions["done_date"]).le(when)
    shown = executions["evidence"].fillna("").astype(str).str.strip().ne("")
    standing = pd.Series("ahead", index=executions.index, dtype=object)
    standing[is_due] = "late"
    standing[done] = "unproved"
    standing[done & shown] = "proved"
    return executions.assign(standing=standing, is_due=is_due)


def counts(found: pd.DataFrame) -> dict[str, int]:
    """Count judged executions: `done` of `due` by the day, `unproved` and `late` among the due.

    `ahead`: not yet due, whether done already or not. due = done + late.
    """
    due = found[found["is_due"].astype(bool)]
    late = int(due["standing"].eq("late").sum())
    return {
        "due": len(due),
        "done": len(due) - late,
        "unproved": int(due["standing"].eq("unproved").sum()),
        "late": late,
        "ahead": len(found) - len(due),
    }


def by_group(found: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row per value of the columns `keys`, with the counts of `counts`, most late first."""
    rows = [
        dict(zip(keys, value, strict=True)) | counts(part)
        for value, part in found.groupby(keys, sort=True)
    ]
    columns = [*keys, *COUNTS]
    order = ["late", "due", *keys]
    up = [False, False, *(True for _ in keys)]
    return pd.DataFrame(rows, columns=columns).sort_values(order, ascending=up, ignore_index=True)


def of_parties(found: pd.DataFrame, parties: Iterable[tuple[str, tuple[str, ...]]]) -> pd.DataFrame:
    """Repeat each execution for every responsible party of its measure, as the column `party`.

    parties: measure and its parties. A measure of two parties stands with both, so their counts
    do not add up.
    """
    pairs = [(measure, party) for measure, named in parties for party in named]
    named = pd.DataFrame(pairs, columns=["measure_id", "party"], dtype=object)
    return found.merge(named, "inner", "measure_id")


def occasions(
    planned: pd.DataFrame, found: pd.DataFrame, schools: dict[str, int], day: dt.date
) -> pd.DataFrame:
    """One row per measure and due date that the map or a school names, with the state of it.

    planned: measure_id, start, due, dated, at_least; found: judged executions; schools: how many
    schools marked anything of the measure's map. `marked` of them marked this due date, `done`,
    `unproved` and `late` are of those; `first`, `last` and the quartiles are days of doing.
    `planned` tells whether the map names the date.
    """
    known = planned.assign(planned=True).set_index(["measure_id", "due"])
    seen = dict(list(found.groupby(["measure_id", "due_date"], sort=True)))
    rows = []
    for measure, due in sorted({*known.index, *seen}):
        row = {"measure_id": measure, "due": due, "start": due, "dated": True, "at_least": 1}
        row |= {"planned": False}
        if (measure, due) in known.index:
            row |= known.loc[(measure, due)].to_dict()
        part = seen.get((measure, due), found.iloc[:0])
        rows.append(row | _of_marks(part, day) | {"schools": schools.get(measure, 0)})
    made = pd.DataFrame(rows, columns=OCCASION)
    return made.assign(state=[_state(row, day) for row in rows])


QUARTILES = {"quarter": 0.25, "median": 0.5, "three_quarters": 0.75}
"""Part of the executions that were done by the day of each quartile."""

OCCASION = ["measure_id", "due", "start", "dated", "at_least", "planned"]
OCCASION += ["marked", "done", "unproved", "late", "first", "last", *QUARTILES, "schools"]


def _of_marks(part: pd.DataFrame, day: dt.date) -> dict[str, object]:
    """Count the schools that marked one due date, and find the days between which it was done."""
    standing = part["standing"]
    done = part.loc[standing.isin(("proved", "unproved")), "done_date"]
    return {
        "marked": len(part),
        "done": len(done),
        "unproved": int(standing.eq("unproved").sum()),
        "late": int(standing.eq("late").sum()),
        "first": done.min() if len(done) else None,
        "last": done.max() if len(done) else None,
        **{name: quantile(done, part) for name, part in QUARTILES.items()},
    }


def quantile(days: pd.Series, part: float) -> dt.date | None:
    """Give the first day by which the `part` (0–1) of all `days` has come; None of no days.

    The inverse of the empirical distribution: always a day on which something was done. Hyndman
    and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996),
    definition 1.
    """
    ordered = sorted(days)
    return ordered[max(math.ceil(part * len(ordered)), 1) - 1] if ordered else None


def _state(row: dict[str, Any], day: dt.date) -> str:
    """Name the state of one due date: the worst of what is known of it, or why nothing is."""
    if row["late"]:
        return "late"
    if row["marked"] and row["done"] == row["marked"]:
        return "unproved" if row["unproved"] else "proved"
    if not row["dated"]:
        return "undated"
    if row["marked"] or row["due"] > day:
        return "ahead"
    return "unmarked"
