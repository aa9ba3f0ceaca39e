"""Know what the page of mentoring alone asks for, and what of it the answers depend on."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

from queries.view import ALL, RowCode, View, of, schools_key

Desk = Literal["gap", "coverage", "network", "proposal", "what_if", "effectiveness", "method"]
DESKS = get_args(Desk)
AS_SET = -1
"""A weight of a proposal as the settings have it."""

WEIGHTS, MORE = range(6), range(21)
Weight = Annotated[int, range(AS_SET, WEIGHTS.stop)]
More = Annotated[int, MORE]


@dataclass(frozen=True)
class MentoringView(View):
    """The part that is open, one mentor, the weights of a proposal, and what if more came."""

    desk: Desk = "gap"
    mentor: RowCode = ALL
    more_mentors: More = 0
    more_places: More = 0
    weight_distance: Weight = AS_SET
    weight_fit: Weight = AS_SET
    weight_locality: Weight = AS_SET
    weight_load: Weight = AS_SET


def numbers_key(view: View) -> MentoringView:
    """Keep what the numbers depend on: place, day, cohort and kind of schools."""
    return of(MentoringView, schools_key(view))


def figures_key(view: MentoringView) -> MentoringView:
    """Keep what tables and charts depend on: the numbers, the language, one mentor."""
    return replace(numbers_key(view), language=view.language, mentor=view.mentor)
