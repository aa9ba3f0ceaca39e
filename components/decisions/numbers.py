"""Make the action list of a place on a day, of every school of it."""

from dataclasses import dataclass

import pandas as pd

from components.base.choices import setting
from components.base.load import keep, of_all
from components.base.signals import flags
from components.decisions.choice import AS_SET, DecisionsView, list_key
from queries.methods.identification import UNKNOWN, YES
from queries.methods.signals import SIGNALS, action_list
from queries.view import ALL


@dataclass(frozen=True)
class Numbers:
    """What the page says of a place: of the frames a reader has the schools that he may see.

    chosen, tied, left_out: the rows of the list, of its tie, and of those that might belong there;
    on_list, in_tie, might: how many of all schools; level: signals of each of the tie; room: places
    left for it; fewer: schools with fewer signals; signalled: schools with any; signs: schools by
    signal; told: schools of which it is known whether they are on the list.
    """

    chosen: pd.DataFrame
    tied: pd.DataFrame
    left_out: pd.DataFrame
    on_list: int
    in_tie: int
    might: int
    level: int
    room: int
    fewer: int
    signalled: int
    signs: dict[str, int]
    told: int
    schools: int


def visits(view: DecisionsView) -> int:
    """Give how many schools can be visited: the reader's number, or that of the settings."""
    return int(setting("visited_schools", view.region)) if view.visits == AS_SET else view.visits


def numbers(view: DecisionsView) -> Numbers:
    """Make the action list of the view's place, worked out of every school of it."""
    found: Numbers = of_all(keep, _numbers, list_key(view))
    return found


def _numbers(view: DecisionsView) -> Numbers:
    rows = here(view)
    found = action_list(rows, visits(view))
    return Numbers(
        chosen=found.chosen,
        tied=found.tied,
        left_out=found.left_out,
        on_list=len(found.chosen),
        in_tie=len(found.tied),
        might=len(found.left_out),
        level=found.level,
        room=found.room,
        fewer=found.fewer,
        signalled=int(rows[list(SIGNALS)].eq(YES).any(axis=1).sum()),
        signs={name: int(rows[name].eq(YES).sum()) for name in SIGNALS},
        told=int(rows["low"].ne(UNKNOWN).sum()),
        schools=len(rows),
    )


def here(view: DecisionsView) -> pd.DataFrame:
    """One row per school of the view's place, picked if any are, with its signals."""
    return of_place(flags(view), view)


def of_place(rows: pd.DataFrame, view: DecisionsView) -> pd.DataFrame:
    """Keep the rows of schools of the view's place, of the picked ones if any are."""
    if view.municipality != ALL:
        rows = rows[rows["oktmo"].eq(view.municipality)]
    if view.picked:
        rows = rows[rows["school_id"].isin(view.picked_schools)]
    return rows.reset_index(drop=True)
