"""Read the measures of road maps as rules of recurrence, and list what is due in a year."""

import datetime as dt
import re
from typing import Any

import pandas as pd

from queries.methods.deadlines import Refused, Rule, first_day, occurrences, parse

REFUSED, NEVER = "refused", "never"
"""Kinds beside those of rules: not read, and read but due on no day of the map."""

ON_DEMAND = "on_demand"
PLANNED = ["measure_id", "due", "start", "dated", "at_least"]


def parties(responsible: object) -> tuple[str, ...]:
    """Split the cell of responsible parties at «;»; one named twice counts once."""
    names = (part.strip() for part in str(responsible or "").split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def read(measures: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the measures in the order of their documents, and every due date of them.

    measures: rows of `road_map_measure` with first_year and last_year of their map. Added are
    `parties`, `kind` (of the rule; `refused`; `never` where a rule has no due day), `reason` and
    `part` of a refusal, `on_demand`. Of due dates: measure_id, due, start, dated, at_least.
    """
    ordered = measures.iloc[_order(measures)].reset_index(drop=True)
    added, planned = [], []
    for _, part in ordered.groupby("road_map", sort=False):
        rows = part.to_dict("records")
        begins = first_day(rows, rows[0]["first_year"], rows[0]["last_year"])
        for row in rows:
            rule = parse(row, row["first_year"], row["last_year"], begins)
            due = _due(rule, row)
            planned += [{"measure_id": row["measure_id"]} | each for each in due]
            added.append(_said(rule, row, bool(due)))
    columns = ["parties", "kind", "reason", "part", "on_demand"]
    told = pd.DataFrame(added, columns=columns, index=ordered.index)
    return ordered.join(told), pd.DataFrame(planned, columns=PLANNED)


def _order(measures: pd.DataFrame) -> list[int]:
    """Order by map, section and number, whose parts are numbers: 1.2 before 1.10."""
    rows = measures[["road_map", "section_no", "measure_no"]].to_dict("records")
    keys = [(row["road_map"], row["section_no"], _natural(str(row["measure_no"]))) for row in rows]
    return sorted(range(len(rows)), key=keys.__getitem__)


def _natural(number: str) -> list[tuple[bool, int, str]]:
    parts = re.findall(r"\d+|\D+", number)
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]


def _due(rule: Rule | Refused, row: dict[str, Any]) -> list[dict[str, object]]:
    if isinstance(rule, Refused):
        return []
    days = dt.date(row["first_year"], 1, 1), dt.date(row["last_year"], 12, 31)
    return [
        {"due": each.due, "start": each.start, "dated": each.dated, "at_least": each.at_least}
        for each in occurrences(rule, *days)
    ]


def _said(rule: Rule | Refused, row: dict[str, Any], is_due: bool) -> dict[str, object]:
    found = {"parties": parties(row["responsible"]), "reason": "", "part": "", "on_demand": False}
    if isinstance(rule, Refused):
        return found | {"kind": REFUSED, "reason": rule.reason, "part": rule.part}
    kind = rule.kind if is_due or rule.kind == ON_DEMAND else NEVER
    return found | {"kind": kind, "on_demand": rule.on_demand}
