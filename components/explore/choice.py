"""Know what the page of exploring alone asks for."""

from dataclasses import dataclass
from typing import Literal, get_args

from queries.view import ALL, RowCode, View

Desk = Literal["scatter", "flow", "side"]
DESKS = get_args(Desk)
Beside = Literal["", "place", "school", "cohort"]
"""What stands side by side; empty: nobody chose, so that of which something is pinned."""

Dots = Literal["place", "school", "cohort"]
Quarter = Literal["", "right_above", "left_above", "right_below", "left_below", "right", "above"]
QUARTERS = get_args(Quarter)
"""Points chosen without a mouse: those of a quarter, or all above one median."""


@dataclass(frozen=True)
class ExploreView(View):
    """The part that is open; what each part asks for."""

    desk: Desk = "scatter"
    dots: Dots = "place"
    across: RowCode = ALL
    up: RowCode = ALL
    by_size: RowCode = ALL
    by_colour: RowCode = ALL
    by_shape: RowCode = ALL
    tool: Literal["lasso", "box"] = "lasso"
    trails: Literal["no", "yes"] = "no"
    quarter: Quarter = ""
    caught: RowCode = ALL
    """Codes of the points inside the reader's lasso, as `picked_of` writes them."""

    stream: RowCode = ALL
    side: Beside = ""
    base: RowCode = ALL
    """The pin that the others are compared with."""
