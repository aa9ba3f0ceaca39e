"""Draw the flow of statuses: colours tell the state, and every stream says what it is."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, streams
from components.explore.flow import Flow, flow
from queries.methods.status_flow import STATES
from queries.view import View

WIDTH, HEIGHT, LEAST = 960, 400, 560
SILENT = ("uncovered", "quiet", "hatch")
LOOKS: dict[str, tuple[str, str, str]] = {
    "listed": ("ramp3", "ink3", "ramp3"),
    "returned": ("ramp2", "ink2", "ramp2"),
    "left": ("ramp0", "ink0", "other"),
    "never": ("uncovered", "text", "grid"),
    **dict.fromkeys(("not_yet", "unknown", "no_more"), SILENT),
}
"""By state, in the order of the columns: its box, a word on it, a stream that leads to it."""


def spec(view: View, stream: str, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the flow of a view with one stream in bold edges; only of two years or more."""
    words, found = Words(view.language), flow(view)
    drawn = streams.draw(
        _told_states(found, words),
        _told_streams(found, words),
        LOOKS,
        {state: words(f"flow.state_{state}") for state in STATES},
        stream,
        palette(theme),
        figure(WIDTH, room),
        HEIGHT,
    )
    return sheet.packed(drawn)


def _told_states(found: Flow, words: Words) -> pd.DataFrame:
    said = [
        words(
            "flow.tooltip_state",
            year=row["year"],
            state=words(f"flow.state_{row['state']}"),
            schools=words("unit.schools", n=row["schools"]),
        )
        for row in found.standings.to_dict("records")
    ]
    return found.standings.assign(tooltip=said)


def _told_streams(found: Flow, words: Words) -> pd.DataFrame:
    return found.streams.assign(
        tooltip=[stream_said(row, words) for row in found.streams.to_dict("records")]
    )


def stream_said(row: dict, words: Words) -> str:
    """Say one stream in a line: «2019 → 2020: в перечне → вышла · 12 школ»."""
    return words(
        "flow.stream",
        year=row["year"],
        then=row["then"],
        state=words(f"flow.state_{row['state']}"),
        became=words(f"flow.state_{row['became']}"),
        schools=words("unit.schools", n=row["schools"]),
    )
