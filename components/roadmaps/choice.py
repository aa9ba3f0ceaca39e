"""Know what the page of road maps alone asks for, and what of it the answers depend on."""

from dataclasses import dataclass, replace
from typing import Literal

from queries.view import ALL, RowCode, View, of, schools_key

Desk = Literal["measures", "overdue", "completion", "workload", "doubts", "list", "facts", "method"]
OF_MAPS: tuple[Desk, ...] = ("measures", "overdue", "completion", "workload", "doubts", "list")
"""Parts of the page that need a road map."""


@dataclass(frozen=True)
class RoadmapsView(View):
    """The part that is open, and which map, party and measure it is of."""

    desk: Desk = "measures"
    road_map: RowCode = ALL
    measure: RowCode = ALL
    party: RowCode = ALL


def numbers_key(view: RoadmapsView) -> RoadmapsView:
    """Keep what the numbers depend on: the schools that count on the day, the map, the party."""
    key = of(RoadmapsView, schools_key(view))
    return replace(key, road_map=view.road_map, party=view.party)


def figures_key(view: RoadmapsView) -> RoadmapsView:
    """Keep what tables and charts depend on: the numbers, the language, the open measure."""
    return replace(numbers_key(view), language=view.language, measure=view.measure)
