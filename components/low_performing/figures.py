"""Prepare the figure of the page: the lists of all years up to the one of the view."""

from typing import Any

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import list_flow, sheet
from components.low_performing import rows
from components.low_performing.choice import ListView
from components.low_performing.numbers import STATES

WIDTH, HEIGHT = 840, 232


def spec(view: ListView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a column per year in which there is a list."""
    words = Words(view.language)
    flows = rows.flows(view)
    told = [_told(row, words) for row in flows.to_dict("records")]
    named = {state: words(f"low_performing.legend_{state}") for state in STATES}
    drawn = list_flow.draw(
        flows.assign(tooltip=told), view.year, named, palette(theme), figure(WIDTH, room), HEIGHT
    )
    return sheet.packed(drawn)


def _told(row: dict, words: Words) -> str:
    """Say in one line what a column shows; a list that was not brought is not an empty one."""
    if not row["brought"]:
        return words("low_performing.tooltip_silent", year=row["year"], not_told=row["not_told"])
    return words(
        "low_performing.tooltip",
        year=row["year"],
        listed=row["listed"],
        stayed=row["stayed"],
        returned=row["returned"],
        entered=row["entered"],
        left=row["left"],
        not_told=row["not_told"],
    )
