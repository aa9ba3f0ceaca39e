"""Know what the page of decisions alone asks for, and what of it the answers depend on."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

from queries.view import ALL, RowCode, View, of, region_key

Desk = Literal["actions", "meeting", "power", "method"]
DESKS = get_args(Desk)
AS_SET = -1
"""A number as the settings have it."""

VISITS, EFFECTS = range(1, 61), range(1, 11)
Visits = Annotated[int, range(AS_SET, 1001)]
Effect = Annotated[int, range(AS_SET, EFFECTS.stop)]


@dataclass(frozen=True)
class DecisionsView(View):
    """The part that is open, how many schools can be visited, which meeting, what effect."""

    desk: Desk = "actions"
    visits: Visits = AS_SET
    meeting: RowCode = ALL
    effect: Effect = AS_SET


def list_key(view: DecisionsView) -> DecisionsView:
    """Keep what the action list depends on: region, place, picked schools, day and the visits."""
    key = of(DecisionsView, region_key(view))
    place = replace(key, municipality=view.municipality, picked=view.picked)
    return replace(place, visits=view.visits)


def meeting_key(view: DecisionsView) -> DecisionsView:
    """Keep what a follow-up depends on: region, place, picked schools, day and the meeting."""
    key = of(DecisionsView, region_key(view))
    place = replace(key, municipality=view.municipality, picked=view.picked)
    return replace(place, meeting=view.meeting)


def power_key(view: DecisionsView) -> DecisionsView:
    """Keep what the number of schools depends on: the region, the year and the effect."""
    return replace(of(DecisionsView, region_key(view)), on=ALL, effect=view.effect)


def in_language(key: DecisionsView, view: View) -> DecisionsView:
    """Add the language, for what is written in words."""
    return replace(key, language=view.language)
