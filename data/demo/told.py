"""Give what municipalities told of a world: the frames that rows of several tables are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.demo import mentoring, offers, reports
from data.demo.participation import History, status_rows
from data.demo.streams import Streams
from data.demo.world import World


@dataclass(frozen=True)
class Told:
    """A world, and what its municipalities told of it; each frame is made once."""

    world: World

    @property
    def streams(self) -> Streams:
        """Streams of random numbers of the world's seed."""
        return self.world.streams

    @cached_property
    def statuses(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Rows of `school_status` of Rostov and of Chelyabinsk region."""
        rostov, chelyabinsk = self.world.rostov, self.world.chelyabinsk
        return self._statuses_of(rostov), self._statuses_of(chelyabinsk)

    @cached_property
    def listed(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """One row per low-performing school and year, with its traits, of the same two regions."""
        rostov, chelyabinsk = self.statuses
        return _listed(self.world.rostov, rostov), _listed(self.world.chelyabinsk, chelyabinsk)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Rows of `mentorship`: of schools whose municipality never kept silent about it."""
        said = self.world.report[self.world.report["subject"] == "mentorship"]
        always = said.groupby("oktmo")["reported"].all()
        places = set(always[always].index)
        rostov = (self.world.rostov, mentoring.ROSTOV)
        chelyabinsk = (self.world.chelyabinsk, mentoring.CHELYABINSK)
        return pd.concat(
            mentoring.rows(history, amounts, places, self.streams)
            for history, amounts in (rostov, chelyabinsk)
        )

    @cached_property
    def offers(self) -> pd.DataFrame:
        """Rows of `mentor_offer`."""
        return offers.rows(self.world.rostov, self.pairs, self.streams)

    def about(self, history: History, rows: pd.DataFrame, subject: str) -> pd.DataFrame:
        """Keep the rows whose school's municipality answered for the subject, as it is known."""
        return answered(history, rows, subject, self.world.report)

    def _statuses_of(self, history: History) -> pd.DataFrame:
        return self.about(history, status_rows(history), "status")


def answered(
    history: History, rows: pd.DataFrame, subject: str, report: pd.DataFrame
) -> pd.DataFrame:
    """Keep the rows whose school's municipality answered for the subject by a report."""
    places = history.standing.schools.set_index("school_id")["oktmo"]
    oktmo = rows["school_id"].map(places)
    return rows[reports.answered(rows, oktmo, subject, report).to_numpy()]


def _listed(history: History, status: pd.DataFrame) -> pd.DataFrame:
    traits = history.standing.schools[["school_id", "oktmo", "locality", "pupils"]]
    return status[status["low_performing"]].merge(traits, on="school_id")


Rows = Mapping[str, Callable[[Told], pd.DataFrame]]
"""How the rows of tables are made of what was told, by the name of the table."""
