"""Follow the schools of a place through the lists of low-performing schools, year by year.

Schools and lists are those of the page of the list, by its own numbers: what two lists differ by is
told there by name, and the streams between two years add up to it.
"""

from dataclasses import dataclass, replace

import pandas as pd

from components.base.load import keep, of_all
from components.low_performing.numbers import statuses_of, years
from queries.methods import status_flow
from queries.view import ALL, View, schools_key

BETWEEN = "-"
"""Between the parts of a stream's name: «2019-listed-left»."""


@dataclass(frozen=True)
class Flow:
    """Schools that were on any list up to the year of the view, by state and year.

    moves: one row per school and pair of successive years, with its name, place, and the `stream`
    that it is in, of schools that the reader sees; streams: how many schools of all are in each,
    one row per stream; standings: how many stand in each state, one row per year and state;
    untouched: how many more schools of the place are known and never were on a list; since: the
    year of the first list, 0 without one.
    """

    years: tuple[int, ...]
    moves: pd.DataFrame
    streams: pd.DataFrame
    standings: pd.DataFrame
    untouched: int
    since: int

    @property
    def schools(self) -> int:
        """How many schools were on any list, each counted once."""
        if not self.years:
            return 0
        first = self.standings["year"].eq(self.years[0])
        return int(self.standings.loc[first, "schools"].sum())


def flow_key(view: View) -> View:
    """Keep what the flow depends on: place, years, cohort, kind of schools, picked ones."""
    return replace(schools_key(view), first_year=view.first_year, on=ALL)


def flow(view: View) -> Flow:
    """Follow the schools of the view's place, kind and cohort through the years of the view."""
    found: Flow = of_all(keep, _flow, flow_key(view))
    return found


def _flow(view: View) -> Flow:
    known = statuses_of(view)
    lists = sorted(year for year in years(view) if year <= view.year)
    stood = status_flow.standings(known, lists)
    stood = stood[stood["year"].ge(view.first_year)]
    moved = status_flow.moves(stood)
    about = known.drop_duplicates("school_id", keep="last")
    about = about[["school_id", "oktmo", "municipality", "name", "locality"]]
    named = moved.merge(about, on="school_id").assign(
        stream=[stream_of(*row) for row in moved[["year", "state", "became"]].itertuples(False)]
    )
    counted = status_flow.streams(moved)
    codes = [stream_of(*row) for row in counted[["year", "state", "became"]].itertuples(False)]
    until = known[known["year"].le(view.year)]
    return Flow(
        years=tuple(int(year) for year in sorted(stood["year"].unique())),
        moves=named,
        streams=counted.assign(stream=codes),
        standings=stood.groupby(["year", "state"], as_index=False).agg(schools=("state", "size")),
        untouched=until["school_id"].nunique() - stood["school_id"].nunique(),
        since=lists[0] if lists else 0,
    )


def stream_of(year: int, state: str, became: str) -> str:
    """Name a stream as a link does: the year it begins in, and the state before and after."""
    return BETWEEN.join((str(year), state, became))


def of_stream(found: Flow, stream: str) -> pd.DataFrame:
    """Give the schools of a stream that the reader sees."""
    return found.moves[found.moves["stream"].eq(stream)]
