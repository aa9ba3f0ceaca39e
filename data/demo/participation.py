"""Simulate the years: results make a list, the list makes a cohort, the cohort changes results."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.demo import identification, results
from data.demo.parameters import CARRIED, RESULTS_OF, Parameters, RegionPlan
from data.demo.results import YearResults
from data.demo.standing import Standing
from data.demo.streams import Streams

STAY = 2
"""Years after entry that a school stays in the project at least."""

CONTEXT_DRIFT = 0.08


@dataclass(frozen=True)
class YearStatus:
    """Flags of one year, an array over schools each."""

    low_performing: np.ndarray
    adverse_conditions: np.ndarray
    resilient: np.ndarray
    in_project: np.ndarray


@dataclass
class History:
    """All years of a region: lasting traits, results, lists, and the year of first entry."""

    plan: RegionPlan
    standing: Standing
    parameters: Parameters
    results: dict[int, YearResults] = field(default_factory=dict)
    status: dict[int, YearStatus] = field(default_factory=dict)
    first_entry: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    """Year of first entry into the project; 0: never."""

    last_entry: np.ndarray = field(default_factory=lambda: np.zeros(0, int))


def simulated(
    plan: RegionPlan, standing: Standing, streams: Streams, parameters: Parameters
) -> History:
    """Simulate all years in order."""
    history = History(plan, standing, parameters)
    history.first_entry = np.zeros(len(standing.schools), int)
    history.last_entry = np.zeros(len(standing.schools), int)
    for year in sorted({*plan.simulated, *plan.listed}):
        if year in plan.listed:
            _list(history, year, streams)
        if year in plan.simulated:
            effect = _effect(history, year)
            history.results[year] = results.drawn(standing, year, effect, streams, parameters)
    return history


def _effect(history: History, year: int) -> np.ndarray:
    """Effect of the project on each school in a year: none up to and in the year of entry."""
    effect = np.zeros(len(history.first_entry))
    for cohort, points in history.parameters.effect_pp.items():
        if cohort < year:
            effect[history.first_entry == cohort] = points
    return effect


def _list(history: History, year: int, streams: Streams) -> None:
    """Make the list of a year, and let its schools join the project."""
    before = history.status.get(year - 1)
    if year in CARRIED:
        flags = history.status[CARRIED[year]]
        low, adverse, strong = flags.low_performing, flags.adverse_conditions, flags.resilient
    else:
        low = _low(history, RESULTS_OF[year])
        adverse = _adverse(history, year, streams)
        strong = _strong(history, RESULTS_OF[year], adverse, low)
    inside = before.in_project if before else np.zeros(len(low), bool)
    joining = low & ~inside
    history.last_entry = np.where(joining, year, history.last_entry)
    history.first_entry = np.where(joining & (history.first_entry == 0), year, history.first_entry)
    staying = inside & (low | (year - history.last_entry <= STAY))
    history.status[year] = YearStatus(low, adverse, strong, joining | staying)


def _low(history: History, year: int) -> np.ndarray:
    result, rule = history.results[year], history.parameters.rule
    if history.plan.weakest is None:
        return identification.low_performing(result.participants, result.below, rule)
    part = history.plan.weakest
    return identification.weakest(result.participants, result.below, part, rule)


def _adverse(history: History, year: int, streams: Streams) -> np.ndarray:
    """Schools in the hardest surroundings; a few cross the line from year to year."""
    rng = streams.of("context", int(history.plan.code), year)
    surroundings = history.standing.surroundings
    now = surroundings + rng.normal(0, CONTEXT_DRIFT, len(surroundings))
    adverse: np.ndarray = now > np.quantile(surroundings, 1 - history.parameters.adverse_share)
    return adverse


def _strong(history: History, year: int, adverse: np.ndarray, low: np.ndarray) -> np.ndarray:
    rule = history.parameters.rule
    years = [known for known in sorted(history.results) if known <= year][-2:]
    shares = [
        identification.pooled_share(history.results[y].participants, history.results[y].below, rule)
        for y in years
    ]
    hard = adverse | (history.standing.schools["locality"] == "rural").to_numpy()
    return identification.resilient(shares, hard, low, history.parameters.resilient_quantile)


def status_rows(history: History) -> pd.DataFrame:
    """One row per school and listed year, as the table `school_status`."""
    names = ("low_performing", "adverse_conditions", "resilient", "in_project")
    parts = [
        pd.DataFrame(
            {
                "school_id": history.standing.schools["school_id"].to_numpy(object),
                "year": year,
                **{name: getattr(history.status[year], name) for name in names},
            }
        )
        for year in history.plan.listed
    ]
    return pd.concat(parts, ignore_index=True)


def result_rows(history: History) -> pd.DataFrame:
    """One row per school, written year and work, as the table `assessment_result`."""
    parts = [
        results.as_rows(history.standing, year, history.results[year])
        for year in history.plan.written
    ]
    return pd.concat(parts, ignore_index=True)
