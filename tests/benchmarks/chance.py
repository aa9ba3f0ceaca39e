"""Measure how honest the methods of dynamics are about chance, and how fast they draw.

Simulated worlds have a known effect; the demonstration generator is drawn anew from other seeds,
with its own effect, so that neither tells only of one lucky set.
"""

import itertools
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from data.demo import world
from data.demo.parameters import RESULTS_OF, ROSTOV, Parameters
from data.demo.participation import History
from data.demo.streams import Streams
from queries.methods.bootstrap import share_band
from queries.methods.regression_to_mean import Change, change
from queries.methods.reliability import estimate
from tests.benchmarks.table import median, show
from tests.queries.methods.simulated import ENOUGH, WORLDS, World, drawn, judged

SIMULATIONS, SEEDS, TIMES = 1000, 100, 20
BAND_BAR = 300
FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"


def run(folder: Path) -> None:
    """Count how often intervals cover the truth, then time the drawing."""
    _simulated()
    _demonstration()
    _timed()


def _simulated() -> None:
    rows = []
    for (name, kind), effect in itertools.product(WORLDS.items(), (0.0, -6.0)):
        found = judged(replace(kind, effect_pp=effect), range(SIMULATIONS), 200)
        rows.append((f"{name}, effect {effect:g} pp", *_told(found, [effect] * len(found))))
    show(
        "7. Chance: a cohort of simulated worlds",
        HEADS,
        rows,
        "Bars: 93–97 % covered; mean net within 0.5 pp of the effect.",
    )


HEADS = ("cohort", "observed pp", "net − truth", "its spread", "covered %", "better %", "n")


def _told(found: list[Change], truth: list[float]) -> tuple:
    """Mean change, error of the net, cover; how often the interval says the cohort improved."""
    off = [one.net - true for one, true in zip(found, truth, strict=True)]
    inside = [one.low <= true <= one.high for one, true in zip(found, truth, strict=True)]
    return (
        float(np.mean([one.observed for one in found])),
        float(np.mean(off)),
        float(np.std(off)),
        100 * float(np.mean(inside)),
        100 * float(np.mean([one.high < 0 for one in found])),
        len(found),
    )


def _demonstration() -> None:
    places = pd.read_csv(FACTS / "municipality.csv", dtype=str, keep_default_na=False)
    cases: dict[tuple[str, int, int], tuple[list[Change], list[float]]] = {}
    for seed in range(SEEDS):
        history = world.region(ROSTOV, places, Streams(seed), Parameters())
        for procedure in ("all", "VPR", "OGE", "EGE"):
            works = (history.standing.works["procedure"] == procedure).to_numpy()
            _judge(history, procedure, works | (procedure == "all"), cases)
    rows = [
        (f"{procedure}, entry {cohort}, in {year}", *_told(*told))
        for (procedure, cohort, year), told in cases.items()
    ]
    show(
        "8. Chance: cohorts of the demonstration generator, other seeds",
        HEADS,
        rows,
        "Cohort 2018 is chosen after a list whose results the set does not hold: refused.",
        "Those of OGE and EGE are chosen by VPR mostly, which their own results alone cannot tell.",
    )


def _judge(history: History, procedure: str, works: np.ndarray, cases: dict) -> None:
    results = _results(history, works)
    reliability = estimate(results, 10)
    for cohort, year in ((2018, 2019), (2018, 2022), (2019, 2021), (2021, 2022), (2022, 2022)):
        base = RESULTS_OF[cohort]
        found = change(results, cohort, base, year, reliability, 10, 0.95, resamples=200, **ENOUGH)
        if isinstance(found, Change):
            changes, truth = cases.setdefault((procedure, cohort, year), ([], []))
            changes.append(found)
            truth.append(_acted(history, works, cohort, year))


def _results(history: History, works: np.ndarray) -> pd.DataFrame:
    """One row per school and written year, summed over some works."""
    frames = [
        pd.DataFrame(
            {
                "school_id": history.standing.schools["school_id"],
                "entry_year": history.first_entry,
                "year": year,
                "participants": history.results[year].participants[:, works].sum(axis=1),
                "below": history.results[year].below[:, works].sum(axis=1),
            }
        )
        for year in ROSTOV.written
    ]
    return pd.concat(frames, ignore_index=True)


def _acted(history: History, works: np.ndarray, cohort: int, year: int) -> float:
    """What the project did to the mean school of a cohort, in percentage points."""
    both = [history.results[other].participants[:, works] for other in (RESULTS_OF[cohort], year)]
    counted = np.logical_and.reduce([pupils.sum(axis=1) >= 10 for pupils in both])
    inside = counted & (history.first_entry == cohort)
    result = history.results[year]
    moved = ((result.chance - result.without_project)[:, works] * both[1]).sum(axis=1)
    return 100 * float((moved[inside] / both[1][inside].sum(axis=1)).mean())


def _timed() -> None:
    results = drawn(World(), 0)
    years = sorted(results["year"].unique().tolist())
    reliability = estimate(results, 10)
    work = {
        "share_band": lambda: share_band(results, years, 1000, 0, 0.95),
        "estimate": lambda: estimate(results, 10),
        "change": lambda: change(results, 2019, 2018, 2021, reliability, 10, 0.95, **ENOUGH),
    }
    rows = []
    for name, act in work.items():
        times = []
        for _ in range(TIMES):
            start = time.perf_counter()
            act()
            times.append(1000 * (time.perf_counter() - start))
        rows.append((name, median(times), max(times), TIMES))
    show(
        "9. Chance: 1,000 resamples of 1,000 schools and 6 years",
        ("method", "median ms", "worst", "n"),
        rows,
        f"Bar: share_band ≤ {BAND_BAR} ms.",
    )
