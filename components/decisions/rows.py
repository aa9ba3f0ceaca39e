"""Make the rows of the action list in words: what stands on the page stands in its files."""

from typing import Literal

import pandas as pd

from components.base.i18n import Words
from components.base.load import load
from components.base.signal_words import reasons, unknown
from components.decisions.choice import DecisionsView
from components.decisions.numbers import Numbers, numbers
from components.shell.tables import Columns
from queries import school_decisions
from queries.view import region_key

Part = Literal["chosen", "tied", "left_out"]
PARTS: tuple[Part, ...] = ("chosen", "tied", "left_out")
ACTIONS: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("signals", "integer"),
    ("why", "text"),
    ("last_decision", "text"),
)
LEFT_OUT: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("signals", "integer"),
    ("unknown_why", "text"),
)
FILE: Columns = (
    ("part", "text"),
    *ACTIONS[:1],
    ("school_id", "text"),
    *ACTIONS[1:],
    ("unknown_why", "text"),
)


def of_part(view: DecisionsView, part: Part) -> pd.DataFrame:
    """One row per school of a part of the list, by signals, then municipality and name."""
    words, last = Words(view.language), _last(view)
    found = _frame(numbers(view), part)
    lines = found.to_dict("records")
    return found.assign(
        part=words(f"decisions.part_{part}"),
        why=["; ".join(reasons(row, words)) or "—" for row in lines],
        unknown_why=["; ".join(unknown(row, words)) for row in lines],
        last_decision=[last.get(row["school_id"], "") or "—" for row in lines],
    )


def every(view: DecisionsView) -> pd.DataFrame:
    """One row per school of the three parts, each with the part that it is in."""
    return pd.concat([of_part(view, part) for part in PARTS], ignore_index=True)


def _frame(n: Numbers, part: Part) -> pd.DataFrame:
    return {"chosen": n.chosen, "tied": n.tied, "left_out": n.left_out}[part]


def _last(view: DecisionsView) -> dict[str, str]:
    """Write the latest decision on each school of the region, up to the day."""
    words, found = Words(view.language), load(school_decisions.decisions, region_key(view))
    return {
        row["school_id"]: f"{words.short_day(pd.Timestamp(row['decided_on']).date())}: "
        f"{row['decision']}"
        for row in found.to_dict("records")
    }
