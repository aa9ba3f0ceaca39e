"""Prepare the chart of an event: a square for each municipality, by whether it took part."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, units
from components.events import sentences
from components.events.numbers import by_place, states
from queries.view import View

WIDTH = 620
LOOKS = {
    "took_part": "ramp4",
    "absent": "worse",
    "absent_no_schools": "uncovered",
    "unknown": "ramp0",
}


def squares(view: View) -> pd.DataFrame:
    """One row per municipality of a state; one that is not named has no name and no code."""
    words, places = Words(view.language), by_place(view)
    rows = []
    for state in states(view).to_dict("records"):
        names = places[places["state"].eq(state["state"])].to_dict("records")
        named = names if state["named"] else []
        label = words(f"events.state_{state['state']}")
        group = f"{label}: {state['municipalities']} · {sentences.named(state, words)}"
        for number in range(state["municipalities"]):
            known = named[number] if number < len(named) else None
            name = known["name"] if known else words("events.not_named")
            code = known["oktmo"] if known else ""
            rows.append(
                {"group": group, "look": LOOKS[state["state"]], "tooltip": f"{name}: {label}"}
                | {"id": code, "chosen": bool(code) and code == view.municipality}
            )
    return pd.DataFrame(rows)


def spec(view: View, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the squares; only of an event with any state known."""
    return sheet.packed(units.draw(squares(view), palette(theme), figure(WIDTH, room)))
