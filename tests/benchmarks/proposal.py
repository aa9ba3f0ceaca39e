"""Measure proposing mentors for a large region, against the solver alone on a ready matrix."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from queries.methods.matching import Weights, propose
from queries.methods.network import fragility, largest_loss
from queries.methods.pair_costs import costs
from tests.benchmarks.table import median, show

MENTEES, MENTORS, MUNICIPALITIES, RISKS = 3000, 1500, 55, 12
FARTHEST_KM, TIMES = 300.0, 3
BAR_SECONDS, BAR_GIB = 10, 1.5
USUAL = Weights(0.4, 0.3, 0.1, 0.2)
CASES = {
    "1–4 places a mentor": ((1, 4), USUAL, 0.0),
    "4 places a mentor": ((4, 4), USUAL, 0.0),
    "1 place: half is left": ((1, 1), USUAL, 0.0),
    "90 % of pairs forbidden": ((1, 4), USUAL, 0.9),
    "locality alone: all alike": ((1, 4), Weights(0, 0, 1, 0), 0.0),
}


def run(folder: Path) -> None:
    """Time proposals of several kinds, then what a network of as many pairs hangs on."""
    show(
        f"10. Proposal: {MENTEES:,} mentees, {MENTORS:,} mentors",
        ("case", "propose s", "solver s", "ratio", "peak GiB", "covered", "n"),
        [(name, *_measured(*case)) for name, case in CASES.items()],
        f"Bars: propose ≤ {BAR_SECONDS} s, peak of what it allocates ≤ {BAR_GIB} GiB.",
    )
    show(
        f"11. Network: {MENTEES:,} mentees, {MENTORS:,} mentors, some mentees with two",
        ("question", "10 % ms", "100 % ms", "n"),
        _network(),
    )


def _measured(places: tuple[int, int], weights: Weights, forbidden: float) -> tuple:
    mentees, mentors, pairs = _region(places, forbidden)
    asked = (mentees, mentors, weights, FARTHEST_KM, pairs)
    whole = median(_times(lambda: propose(*asked)))
    bare = _solver(_matrix(mentees, mentors, weights))
    tracemalloc.start()
    covered = len(propose(*asked).pairs)
    peak = tracemalloc.get_traced_memory()[1] / 2**30
    tracemalloc.stop()
    return whole, bare, whole / bare, peak, covered, TIMES


def _solver(matrix: np.ndarray) -> float:
    return median(_times(lambda: linear_sum_assignment(matrix)))


def _times(act: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(TIMES):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return times


def _region(
    places: tuple[int, int], forbidden: float
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    rng = np.random.default_rng(0)
    centres = rng.uniform((46.0, 38.5), (50.0, 44.0), (MUNICIPALITIES, 2))
    mentees, mentors = (
        _schools(rng, letter, size, centres) for letter, size in (("a", MENTEES), ("b", MENTORS))
    )
    mentors = mentors.rename(columns={"risks": "strengths"})
    mentors["load"] = 0
    mentors["capacity"] = rng.integers(*places, MENTORS, endpoint=True)
    rows, columns = np.nonzero(rng.random((MENTEES, MENTORS)) < forbidden)
    names = [side["school_id"].to_numpy() for side in (mentees, mentors)]
    pairs = pd.DataFrame({"mentee_id": names[0][rows], "mentor_id": names[1][columns]})
    return mentees, mentors, pairs


def _schools(rng: np.random.Generator, letter: str, size: int, centres: np.ndarray) -> pd.DataFrame:
    own = centres[rng.integers(0, len(centres), size)]
    declared = rng.random((size, RISKS)) < 0.25
    return pd.DataFrame(
        {
            "school_id": [f"{letter}{number:04d}" for number in range(size)],
            "latitude": own[:, 0],
            "longitude": own[:, 1],
            "locality": rng.choice(["rural", "urban"], size),
            "risks": [tuple(np.flatnonzero(row).tolist()) for row in declared],
        }
    )


def _matrix(mentees: pd.DataFrame, mentors: pd.DataFrame, weights: Weights) -> np.ndarray:
    """Costs of mentees by places, as the solver wants them."""
    parts = costs(mentees, mentors, weights, FARTHEST_KM)
    owner, place = np.nonzero(np.isfinite(parts.load))
    return parts.between[:, owner] + parts.place[owner, place]


def _network() -> list[tuple]:
    networks = [_pairs(share) for share in (0.1, 1.0)]
    questions: dict[str, Callable[[pd.DataFrame], object]] = {
        "fragility": fragility,
        "largest loss of 3": lambda pairs: largest_loss(pairs, 3),
        "largest loss of 5": lambda pairs: largest_loss(pairs, 5),
    }
    rows = []
    for name, ask in questions.items():
        times = [_times(lambda ask=ask, pairs=pairs: ask(pairs)) for pairs in networks]
        rows.append((name, *(1000 * median(taken) for taken in times), TIMES))
    return rows


def _pairs(share: float) -> pd.DataFrame:
    """Pairs in force of which a share of mentees has two."""
    rng = np.random.default_rng(0)
    mentees = np.concatenate([np.arange(MENTEES), np.flatnonzero(rng.random(MENTEES) < share)])
    mentors = rng.integers(0, MENTORS, len(mentees))
    frame = pd.DataFrame({"mentee_id": mentees, "mentor_id": mentors}).astype(str)
    return frame.assign(mentee_oktmo="60601000", mentor_oktmo="60602000")
