"""Know what the page of exploring alone asks for."""

from dataclasses import dataclass
from typing import Literal, get_args

from queries.view import ALL, RowCode, View

Desk = Literal["flow", "side"]
DESKS = get_args(Desk)
Beside = Literal["", "place", "school", "cohort"]
"""What stands side by side; empty: nobody chose, so that of which something is pinned."""


@dataclass(frozen=True)
class ExploreView(View):
    """The part that is open, the stream whose schools are named, what stands side by side."""

    desk: Desk = "flow"
    stream: RowCode = ALL
    side: Beside = ""
    base: RowCode = ALL
    """The pin that the others are compared with."""
