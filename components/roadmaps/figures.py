"""Prepare the chart of completion for slides: the bars of the page's table of sections."""

from typing import Any

from components.base.i18n import Words
from components.base.theme import palette
from components.charts import sheet, split_bars
from components.roadmaps import counts
from components.roadmaps.choice import RoadmapsView

WIDTH, NAME = 900, 0.5
PARTS = ("proved", "unproved", "late")


def completion_spec(view: RoadmapsView, theme: str) -> dict[str, Any]:
    """Draw a bar per section, split by what is done with evidence, without any, and late."""
    words, found = Words(view.language), counts.groups(view, "section")
    drawn = found.assign(
        id="",
        chosen=False,
        proved=found["done"] - found["unproved"],
        tooltip=found["name"] + ": " + found["done_of"],
    )
    heads = (
        words("roadmaps.head_proved"),
        words("roadmaps.head_unproved"),
        words("roadmaps.head_late"),
    )
    return sheet.packed(split_bars.draw(drawn, PARTS, heads, palette(theme), WIDTH, NAME))
