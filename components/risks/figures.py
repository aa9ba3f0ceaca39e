"""Prepare the figures of the page: factors by level, and what of their schools is answered."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.load import of_all
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, split_bars
from components.risks import rows
from components.risks.choice import RisksView
from queries.methods.risk_answers import PARTS
from queries.methods.risk_profiles import LEVELS, NONE

WIDTH, NAME = 1000, 0.42
"""Of a chart, px, and the part of it for the names of factors."""

STATES = (*LEVELS, NONE)


def factors_spec(view: RisksView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a bar per factor: all schools with a profile, by the level at which they have it."""
    words = Words(view.language)
    heads = tuple(words(f"risks.head_{state}") for state in STATES)
    return _spec(rows.factors(view), STATES, heads, view, theme, room)


def answers_spec(view: RisksView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a bar per factor: the schools that have it, by whether anybody helps with it."""
    words = Words(view.language)
    heads = tuple(words(f"risks.part_{part}") for part in PARTS)
    return _spec(of_all(_told, view), PARTS, heads, view, theme, room)


def _told(view: RisksView) -> pd.DataFrame:
    found = rows.answered(view)
    return found[found["schools"].gt(0) & found["helped"].notna()]


def _spec(
    found: pd.DataFrame,
    states: tuple[str, ...],
    heads: tuple[str, ...],
    view: RisksView,
    theme: str,
    room: int,
) -> dict[str, Any]:
    """Draw a bar per factor; `heads` are the words over the numbers of its states."""
    told = [
        "\n".join(
            [
                str(row["factor"]),
                *(f"{head}: {int(row[state])}" for state, head in zip(states, heads, strict=True)),
            ]
        )
        for row in found.to_dict("records")
    ]
    drawn = found.assign(
        name=found["factor"],
        id=found["risk_factor"],
        chosen=found["risk_factor"].eq(view.factor),
        tooltip=told,
    )
    wide = figure(WIDTH, room)
    return sheet.packed(split_bars.draw(drawn, states, heads, palette(theme), wide, NAME))
