"""Know what the page of risk profiles alone asks for, and what of it the answers depend on."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

from queries.view import ALL, NEVER, OfRegion, RowCode, View, of, schools_key

Desk = Literal["factors", "profiles", "places", "answers", "method"]
DESKS = get_args(Desk)
Year = Annotated[int, OfRegion(), range(2101)]


@dataclass(frozen=True)
class RisksView(View):
    """The part that is open, one factor, and the stage before with which this one is compared."""

    desk: Desk = "factors"
    factor: RowCode = ALL
    stage_before: Year = NEVER


def numbers_key(view: RisksView) -> RisksView:
    """Keep what profiles depend on: place, stages, cohort and kind of schools."""
    return replace(of(RisksView, schools_key(view)), on="", stage_before=view.stage_before)


def answers_key(view: RisksView) -> RisksView:
    """Keep what answers depend on: the profiles, and the day on which pairs are in force."""
    return replace(numbers_key(view), on=view.on)


def rows_key(view: RisksView) -> RisksView:
    """Keep what tables and charts depend on: the answers, the language, one factor."""
    return replace(answers_key(view), language=view.language, factor=view.factor)
