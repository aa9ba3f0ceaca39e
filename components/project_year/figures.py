"""Prepare the chart of the project year: documents by where they stand."""

from typing import Any

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, split_bars
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import by_kind, kinds
from components.project_year.sentences import ORDER, status

WIDTH = 960


def spec(view: ProjectYearView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a bar per document, in the order of the year."""
    words = Words(view.language)
    rows = by_kind(view).merge(kinds(), on="document")
    records = rows.to_dict("records")
    drawn = rows.assign(
        id="",
        chosen=False,
        name=[f"{row['stage_no']}. {words.pick(row, 'name')}" for row in records],
        tooltip=[
            "\n".join([words.pick(row, "name"), *(f"{status(s, words)}: {row[s]}" for s in ORDER)])
            for row in records
        ],
    )
    heads = tuple(words(f"project_year.head_{name}") for name in ORDER)
    return sheet.packed(
        split_bars.draw(drawn, ORDER, heads, palette(theme), figure(WIDTH, room), 0.3)
    )
