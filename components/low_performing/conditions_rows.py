"""Write the conditions of each school in words; pupils' shares as numbers for editors alone."""

import pandas as pd

from components.base.i18n import Words
from components.base.pupils import seen
from components.heatmap.cell_texts import count
from components.low_performing.choice import ListView
from components.low_performing.conditions import FLAGS, conditions
from components.shell.tables import Columns
from queries.methods.natural_order import by_numbers
from queries.methods.school_conditions import CONDITIONS, DISTANCE, HARD, PUPILS, SHARES, UNKNOWN

TABLE: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("marks", "text"),
    ("conditions", "text"),
    *((name, "text") for name in CONDITIONS),
)
FILE: Columns = (TABLE[0], ("school_id", "text"), *TABLE[1:])
MARKS = ("adverse_conditions", "resilient")


def rows(view: ListView) -> pd.DataFrame:
    """One row per school that is marked or works under hard conditions.

    First those whose conditions and mark do not agree: hard without the mark, then marked and not
    hard; then the hardest.
    """
    words, found = Words(view.language), conditions(view).schools
    hard = found["state"].eq(HARD)
    found = found[hard | found[list(FLAGS)].any(axis=1)]
    hard, marked = found["state"].eq(HARD), found["adverse_conditions"].astype(bool)
    place = 2 - 2 * (hard & ~marked) - (marked & ~hard & found["state"].ne(UNKNOWN))
    records = found.to_dict("records")
    found = found.assign(
        marks=[_marks(row, words) for row in records],
        conditions=[_state(row, words) for row in records],
        **{name: [_condition(row, name, words) for row in records] for name in CONDITIONS},
        place=place,
    )
    by = ["place", "hard", "municipality", "name", "school_id"]
    up = [True, False, True, True, True]
    return found.sort_values(by, ascending=up, ignore_index=True, key=by_numbers)


def _marks(row: dict, words: Words) -> str:
    said = [words(f"low_performing.mark_{mark}") for mark in MARKS if row[mark]]
    if row["low_performing"]:
        said.insert(0, words("low_performing.mark_listed"))
    return "; ".join(said) or "—"


def _state(row: dict, words: Words) -> str:
    """Say how many of the known conditions are hard, and whether that makes them hard."""
    if not row["known"]:
        return words("low_performing.conditions_unknown")
    of = count(row["hard"], row["known"], words)
    word = words(f"low_performing.conditions_{row['state']}")
    return f"{word}: {of}"


def _condition(row: dict, name: str, words: Words) -> str:
    """Write one condition: whether it is hard, and its number where it may be seen."""
    number = _number(row, name, words)
    is_hard = row[f"is_{name}"]
    if is_hard == UNKNOWN:
        return number or "—"
    word = words(f"low_performing.condition_{is_hard}")
    return f"{word}, {number}" if number else word


def _number(row: dict, name: str, words: Words) -> str:
    value = row[f"value_{name}"]
    if pd.isna(value) or (name in PUPILS and seen() != "all"):
        return ""
    if name == DISTANCE:
        return words("low_performing.kilometres", km=words.number(value, 1))
    if name in PUPILS:
        return words.percent(100 * value)
    part, whole = (row[column] for column in SHARES[name])
    return count(part, whole, words)
