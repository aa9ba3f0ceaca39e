"""Hold a decision that was noted, tell what it lacks, and write several as an intake file."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components.base.load import load
from components.decisions.choice import DecisionsView
from components.decisions.numbers import numbers
from data.intake.declared.nameless import names_a_person
from data.intake.received import personal
from data.intake.returned import templates
from data.schema import school_decision
from queries import school_card, school_decisions
from queries.view import ALL, View, region_key

BEFORE, AFTER = 60, 60
"""Days around the report date on which a meeting may have been."""

LONGEST_TERM, USUAL_TERM = 366, 56
"""Days until a decision is to be done: at most, and if nobody says otherwise."""


@dataclass(frozen=True)
class Noted:
    """One decision on a school, as the table `school_decision` has it."""

    school_id: str
    decided_on: dt.date
    kind: str
    decision: str
    responsible: str
    due_date: dt.date


def schools(view: DecisionsView) -> dict[str, str]:
    """Name the schools of the place, those of the action list first, for a list to choose from."""
    n, found = numbers(view), every_school(view, view.municipality)
    first = [*n.chosen["school_id"], *n.tied["school_id"], *n.left_out["school_id"]]
    order = dict.fromkeys([*first, *found])
    return {school: found[school] for school in order if school in found}


def every_school(view: View, municipality: str = ALL) -> dict[str, str]:
    """Name the schools of a place of the view's region that this reader sees; ALL: every one."""
    found = load(school_card.named, region_key(view))
    if municipality != ALL:
        found = found[found["oktmo"].eq(municipality)]
    names = found["name"] + ", " + found["municipality"]
    return dict(zip(found["school_id"], names, strict=True))


def days(day: dt.date, first: int, last: int) -> dict[str, str]:
    """Name the days from `first` to `last` days after a day, by their ISO texts."""
    every = (day + dt.timedelta(days=each) for each in range(first, last + 1))
    return {each.isoformat(): each.strftime("%d.%m.%Y") for each in every}


def fault(decision: Noted) -> str:
    """Name what keeps a decision from being noted: something missing, or a person; else nothing."""
    texts = (decision.decision, decision.responsible)
    if not all(texts):
        return "empty"
    named = any(names_a_person(text) or personal.in_cell(text, True) for text in texts)
    return "person" if named else ""


def published(view: View) -> set[Noted]:
    """Give the decisions that the version has, of any meeting of the view's region."""
    found = _standing(view)
    return {
        Noted(
            row["school_id"],
            pd.Timestamp(row["decided_on"]).date(),
            row["kind"],
            row["decision"],
            row["responsible"],
            pd.Timestamp(row["due_date"]).date(),
        )
        for row in found.to_dict("records")
        if pd.notna(row["due_date"])
    }


def _standing(view: View) -> pd.DataFrame:
    """Every decision of the region: a meeting may have been after the day of the view."""
    return load(school_decisions.decisions, replace(region_key(view), on=dt.date.max.isoformat()))


def intake_file(view: View, decisions: Sequence[Noted]) -> bytes:
    """Write decisions as a filled template of their table, each under a code of its own."""
    taken = set(_standing(view)["decision_id"])
    rows = []
    for each in decisions:
        code = _code(each, taken)
        taken.add(code)
        row = {"decision_id": code, "school_id": each.school_id, "kind": each.kind}
        row |= {"decision": each.decision, "responsible": each.responsible}
        row |= {"decided_on": each.decided_on.isoformat(), "due_date": each.due_date.isoformat()}
        rows.append(row | {"done_date": None, "source": None})
    return templates.workbook(school_decision, {}, view.language, rows)


def _code(decision: Noted, taken: set[str]) -> str:
    """Give the code of a school and day, with the first number that no other decision has."""
    stem = f"{decision.school_id}-{decision.decided_on:%Y%m%d}"
    number = next(n for n in range(1, len(taken) + 2) if f"{stem}-{n}" not in taken)
    return f"{stem}-{number}"
