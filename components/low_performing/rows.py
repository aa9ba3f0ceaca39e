"""Make the rows of each table of the page: what stands on the page stands in its files."""

import pandas as pd

from components.base.i18n import Words
from components.low_performing.choice import ListView
from components.low_performing.numbers import NOT_TOLD, STATES, numbers
from components.shell.tables import Columns
from queries.methods.natural_order import by_numbers

CHANGES: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("state_word", "text"),
    ("years_word", "text"),
    ("marks", "text"),
)
FILE: Columns = (
    ("name", "school"),
    ("school_id", "text"),
    ("municipality", "text"),
    ("locality_word", "text"),
    *CHANGES[2:],
)
FLOWS: Columns = (("year", "year"), ("listed", "integer"), *((name, "integer") for name in STATES))
MARKS = ("adverse_conditions", "resilient", "in_project")


def changes(view: ListView) -> pd.DataFrame:
    """One row per school on either list: who is new first, then who left, then who stayed."""
    words, found = Words(view.language), numbers(view).schools
    order = {
        state: place
        for place, state in enumerate(("entered", "returned", "left", NOT_TOLD, "stayed"))
    }
    found = found.assign(
        state_word=[words(f"low_performing.state_{state}") for state in found["state"]],
        years_word=[years(each) for each in found["years"]],
        locality_word=[words(f"low_performing.locality_{one}") for one in found["locality"]],
        marks=[_marks(row, words) for row in found.to_dict("records")],
        place=found["state"].map(order),
    )
    by = ["place", "municipality", "name", "school_id"]
    return found.sort_values(by, ignore_index=True, key=by_numbers)


def years(found: tuple[int, ...]) -> str:
    """Write years with their runs together: «2017–2019, 2022»."""
    runs: list[list[int]] = []
    for year in found:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _marks(row: dict, words: Words) -> str:
    if row["state"] == NOT_TOLD:  # what is known of it is of another year
        return ""
    return "; ".join(words(f"low_performing.mark_{mark}") for mark in MARKS if row[mark])


def flows(view: ListView) -> pd.DataFrame:
    """One row per list up to the year of the view: who is on it, and what changed since before."""
    return numbers(view).flows
