"""Pair low-performing schools with mentors, mostly near and mostly resilient ones.

Coverage grows through 2021 and 2022. Some pairs do not count on purpose: ended ones, ones whose
mentor is not resilient, second pairs of a school that has a mentor already.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.demo.network import Network
from data.demo.participation import History
from data.demo.streams import Streams


@dataclass(frozen=True)
class Amounts:
    """How many pairs of each kind; shares are of the low-performing schools of a year."""

    covered: float
    """Of 2022: with a resilient mentor on its last day."""

    former: float
    """Of 2021 but not 2022: with a pair that began in 2021."""

    ended: int
    not_resilient: int
    second: int
    early: int
    mentors: int


ROSTOV = Amounts(covered=0.7, former=0.5, ended=6, not_resilient=7, second=12, early=9, mentors=40)
CHELYABINSK = Amounts(
    covered=0.25, former=0.1, ended=1, not_resilient=2, second=2, early=0, mentors=6
)


def rows(history: History, amounts: Amounts, places: set[str], streams: Streams) -> pd.DataFrame:
    """One row per pair, as the table `mentorship`; places answered for mentorship."""
    allowed = history.standing.schools["oktmo"].isin(places).to_numpy()
    network = Network(history, streams.of("mentors", int(history.plan.code)), allowed)
    mentors = network.some(network.resilient(2021, 2022), amounts.mentors)
    listed = history.status[2022].low_performing.sum()
    covered = network.some(network.low(2022), amounts.covered * listed)
    _lasting(network, covered, mentors)
    _former(network, amounts, mentors)
    _not_counting(network, covered, amounts)
    _repeated(network, amounts, mentors)
    return network.as_rows()


def _lasting(network: Network, covered: np.ndarray, mentors: np.ndarray) -> None:
    """Give each covered school a mentor; those already on the list of 2021 could begin then."""
    before = network.low(2021)
    for mentee in covered:
        begin = "2021-02-15" if before[mentee] else "2022-02-10"
        network.pair(mentee, network.near(mentee, mentors), begin, "2022-11-20")


def _former(network: Network, amounts: Amounts, mentors: np.ndarray) -> None:
    """Pairs of schools that left the list by 2022, and of the first years."""
    left = network.low(2021) & ~network.low(2022)
    for number, mentee in enumerate(network.some(left, amounts.former * left.sum())):
        last = "2022-11-30" if number % 2 else ""
        network.pair(mentee, network.near(mentee, mentors), "2021-03-01", "2021-11-20", last)
    if amounts.early:
        strong = np.nonzero(network.resilient(2019))[0]
        for mentee in network.some(network.low(2019) & ~network.low(2021, 2022), amounts.early):
            mentor = network.near(mentee, strong)
            network.pair(mentee, mentor, "2019-09-10", "2020-10-30", "2021-08-31")


def _not_counting(network: Network, covered: np.ndarray, amounts: Amounts) -> None:
    """Pairs of schools of 2022 that leave them uncovered on its last day."""
    without = network.low(2022)
    without[covered] = False
    chosen = network.some(without, amounts.ended + amounts.not_resilient)
    strong = np.nonzero(network.resilient(2021))[0]
    for mentee in chosen[: amounts.ended]:
        mentor = network.near(mentee, strong)
        network.pair(mentee, mentor, "2021-09-01", "2022-06-01", "2022-11-30")
    status = network.history.status
    other = network.low(2021, 2022) | status[2021].resilient | status[2022].resilient
    ordinary = np.nonzero(~other & network.allowed)[0]
    for mentee in chosen[amounts.ended :]:
        mentor = network.near(mentee, ordinary)
        network.pair(mentee, mentor, "2021-09-01", "2022-10-30")


def _repeated(network: Network, amounts: Amounts, mentors: np.ndarray) -> None:
    """Second pairs of covered schools: with another mentor, and with the same one again."""
    first = [pair for pair in network.pairs if pair[4] is None and pair[1] in mentors]
    for number in network.rng.choice(len(first), amounts.second, replace=False):
        mentee, mentor = first[number][:2]
        other = mentor if number % 3 == 0 else network.near(mentee, mentors, mentor)
        network.pair(mentee, other, "2022-03-01", "2022-11-20")
