"""Know what the page of recommendations alone asks for."""

from dataclasses import dataclass
from typing import Literal, get_args

from queries.view import ALL, RowCode, RowNumber, View

Desk = Literal["board", "list", "returned", "marks"]
DESKS = get_args(Desk)
Lack = Literal["nothing", "owner", "due", "number", "indicator"]
LACKS: tuple[Lack, ...] = get_args(Lack)


@dataclass(frozen=True)
class RecommendationsView(View):
    """The part that is open, what the recommendations are of, and what they lack."""

    desk: Desk = "board"
    direction: RowNumber = 0
    addressee: RowCode = ALL
    recommendation: RowCode = ALL
    lacks: Lack = "nothing"
    """What a recommendation lacks; "nothing" asks for all of them."""
