"""Measure how often the net change of a cohort errs in worlds whose truth is known.

Simulated worlds without a project, the demonstration generator drawn anew from other seeds, and
the same with an effect, to see what is still found. False is a verdict that the truth denies.
"""

import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from data.demo import world as generator
from data.demo.parameters import RESULTS_OF, ROSTOV, Parameters
from data.demo.streams import Streams
from queries.methods.bootstrap import share_band
from queries.methods.net_change import NetChange, net_change
from queries.methods.panel import Panel
from queries.methods.refusal import Refusal
from tests.benchmarks.table import median, show
from tests.queries.methods import simulated
from tests.queries.methods.simulated import CONFIDENCE, HARDER, LEAST, WORLDS, World

SEEDS, EFFECT, EFFECT_SEEDS, RESAMPLES, TIMES = 100, -6.0, 20, 60, 20
MIDDLING = (20, 60)
"""Schools of the cohorts by which power is told."""

COVERED_BAR, FALSE_BAR, CHANGE_BAR = 93.0, 3.5, 300
FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"
HEADS = ("world", "n", "covered %", "false better %", "false worse %", "bias pp", "width pp")
HEADS += ("power %", "withheld %", "refused %", "over the bar")
DEMONSTRATED = ((2018, 2019), (2018, 2022), (2019, 2021), (2019, 2022), (2021, 2022))


@dataclass(frozen=True)
class Judged:
    """One answer about a cohort, and what was true."""

    world: str
    found: NetChange | Refusal
    truth: float


def run(folder: Path) -> None:
    """Count how often intervals cover the truth and verdicts deny it, then time the drawing."""
    with ProcessPoolExecutor() as pool:
        asked = WORLDS | HARDER
        seeds = range(SEEDS)
        plain = _gathered(pool, [partial(_simulated, asked, seed, 0.0) for seed in seeds])
        plain += _gathered(pool, [partial(_demonstrated, seed, 0.0) for seed in seeds])
        effects = range(EFFECT_SEEDS)
        acted = _gathered(pool, [partial(_simulated, asked, seed, EFFECT) for seed in effects])
        acted += _gathered(pool, [partial(_demonstrated, seed, EFFECT) for seed in effects])
    names = list(dict.fromkeys(one.world for one in plain))
    rows = [row(name, plain, acted) for name in names]
    show(
        "7. Chance: cohorts that no project touched",
        HEADS,
        rows,
        f"Bars: at least {COVERED_BAR:g} % covered, at most {FALSE_BAR} % false either way.",
        f"Width: half an interval. Power: found at {EFFECT:g} pp, cohorts of {MIDDLING} schools.",
        f"{RESAMPLES} resamples. Standard error of a rate of 3.5 % in 300 answers: about 1.1.",
    )
    _timed()


def row(name: str, plain: list[Judged], acted: list[Judged]) -> tuple[str | float, ...]:
    """Tell one world: of all answers about its cohorts, and of those with an effect."""
    here = [one for one in plain if one.world == name]
    told = [one for one in here if isinstance(one.found, NetChange)]
    better, worse = (100 * np.mean([verdict(one) == way for one in told]) for way in (-1, 1))
    covered = 100 * np.mean([one.found.low <= one.truth <= one.found.high for one in told])
    over = covered < COVERED_BAR or max(better, worse) > FALSE_BAR
    return (
        name,
        len(told),
        float(covered),
        float(better),
        float(worse),
        float(np.mean([one.found.net - one.truth for one in told])),
        float(np.mean([one.found.high - one.found.low for one in told]) / 2),
        _power([one.found for one in acted if one.world == name]),
        float(100 * np.mean([bool(one.found.withheld) for one in told])),
        100 * (1 - len(told) / len(here)),
        "over" if over else "above 97" if covered > 97 else "",
    )


def verdict(one: Judged) -> int:
    """Give the way in which a verdict denies the truth: −1 better, 1 worse, 0 it does not."""
    if isinstance(one.found, Refusal) or one.found.withheld:
        return 0
    return (one.found.low > one.truth) - (one.found.high < one.truth)


def _power(found: Iterable[NetChange | Refusal]) -> float:
    """Share of middling cohorts whose improvement is named, in per cent; NaN without any."""
    told = [one for one in found if isinstance(one, NetChange)]
    some = [one for one in told if MIDDLING[0] <= one.schools <= MIDDLING[1]]
    named = [one.high < 0 and not one.withheld for one in some]
    return 100 * float(np.mean(named)) if named else float("nan")


def _gathered(pool: ProcessPoolExecutor, tasks: list[partial]) -> list[Judged]:
    running = [pool.submit(task) for task in tasks]
    return [one for task in running for one in task.result()]


def _simulated(asked: dict[str, World], seed: int, effect: float) -> list[Judged]:
    return [
        Judged(name, found, effect)
        for name, world in asked.items()
        for found in simulated.judged(
            simulated.with_effect(world, effect), seed, resamples=RESAMPLES
        )
    ]


def _demonstrated(seed: int, effect: float) -> list[Judged]:
    """Judge the cohorts of the demonstration generator by each procedure.

    Lists are made of single works of all procedures, of VPR mostly: for OGE and EGE with what VPR
    foretold, and without.
    """
    places = pd.read_csv(FACTS / "municipality.csv", dtype=str, keep_default_na=False)
    of_cohort = dict.fromkeys(RESULTS_OF, effect) if effect else {}
    history = generator.region(ROSTOV, places, Streams(seed), Parameters(effect_pp=of_cohort))
    panels = {procedure: _panel(history, procedure) for procedure in ROSTOV.procedures}
    ways = {f"demonstration, {name}": (name, None) for name in ROSTOV.procedures}
    ways |= {
        f"demonstration, {name} with VPR": (name, panels["VPR"])
        for name in ROSTOV.procedures
        if name != "VPR"
    }
    return [
        Judged(title, _asked(panels[name], lists, name, cohort, year, seed), effect)
        for title, (name, lists) in ways.items()
        for cohort, year in DEMONSTRATED
    ]


def _asked(
    panel: Panel, lists: Panel | None, name: str, cohort: int, year: int, seed: int
) -> NetChange | Refusal:
    return net_change(
        panel,
        cohort,
        RESULTS_OF[cohort],
        year,
        LEAST,
        CONFIDENCE,
        lists=lists,
        own_lists=name == "VPR",
        seed=seed,
        resamples=RESAMPLES,
    )


def _panel(history: generator.History, procedure: str) -> Panel:
    """Sum the works of a procedure by school and written year."""
    works = (history.standing.works["procedure"] == procedure).to_numpy()
    counts = {
        year: (
            history.results[year].participants[:, works].sum(axis=1),
            history.results[year].below[:, works].sum(axis=1),
        )
        for year in ROSTOV.written
    }
    oktmo = history.standing.schools["oktmo"].astype(int).to_numpy()
    return simulated.paneled(counts, history.first_entry, oktmo)


def _timed() -> None:
    panel = simulated.drawn(World(), 0)
    results = _rows(panel)
    work = {
        "net_change": lambda: net_change(panel, 2021, 2019, 2022, LEAST, CONFIDENCE),
        "net_change, with VPR": lambda: net_change(
            panel, 2021, 2019, 2022, LEAST, CONFIDENCE, lists=panel, own_lists=False
        ),
        "share_band": lambda: share_band(results, panel.years.tolist(), 1000, 0, CONFIDENCE),
    }
    rows = []
    for name, act in work.items():
        times = []
        for _ in range(TIMES):
            start = time.process_time()
            act()
            times.append(1000 * (time.process_time() - start))
        rows.append((name, median(times), max(times), TIMES))
    show(
        "8. Chance: 1,000 schools and 6 years",
        ("method", "median ms of processor", "worst", "n"),
        rows,
        f"Bar: ≤ {CHANGE_BAR} ms each.",
    )


def _rows(panel: Panel) -> pd.DataFrame:
    """One row per school and year."""
    schools, years = panel.participants.shape
    rows = {
        "school_id": np.repeat(panel.schools, years),
        "oktmo": np.repeat(panel.municipality, years),
        "entry_year": np.repeat(panel.entry, years),
        "year": np.tile(panel.years, schools),
        "participants": panel.participants.ravel(),
        "below": panel.below.ravel(),
    }
    return pd.DataFrame(rows).dropna()
