"""Measure whether the chance to be on the list again is what it says, where the truth is known.

Years of the list are drawn anew with the same lasting levels, pupils and difficulty: in worlds of
many kinds, and out of the demonstration's own generator. Chances are made of the first years alone.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from data.demo import world as generator
from data.demo.parameters import ROSTOV, Parameters
from data.demo.participation import History
from data.demo.streams import Streams
from queries.methods.list_luck import luck, word
from queries.methods.list_luck_spread import Counts
from tests.benchmarks.table import median, show
from tests.queries.methods.luck_counted import RATHER, RULE, STEADY, as_rows, calibration, told
from tests.queries.methods.luck_worlds import LAST, WORLDS, Again, World, drawn

SEEDS, OWN_SEEDS, SCHOOLS, TIMES = 20, 100, 1000, 20
"""More of the demonstration, whose lists are short."""

FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"
OWN = "the demonstration"
AROUND, BAR, SPEED_BAR = (0.65, 0.75), 3.0, 150
EDGES = (0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.001)
WORDS = ("steady", "rather_steady", "maybe_chance")


def run(folder: Path) -> None:
    """Count over worlds and seeds, then time a region of 400 schools."""
    with ProcessPoolExecutor() as pool:
        rows = {name: _gathered(pool, name) for name in (OWN, *WORLDS)}
    show(
        "16. Luck: schools told 65–75 %, and how often they are named in years drawn anew, in %",
        ("world", "n", "told", "named", "±", "all off by", "by shares: told", "named", ""),
        [_row(name, found) for name, found in rows.items()],
        f"{SEEDS} regions of {SCHOOLS} schools (or as many as the world has). Bar: not more than",
        f"{BAR:g} points apart, beyond the interval. «Off by»: mean distance of told and named in",
        "spans of ten points, by schools told 5 % and more. By shares: the shares of the list's",
        "years taken for the truth, schools told 65–75 % by them.",
    )
    for name, some in ((OWN, rows[OWN]), ("all worlds together", pd.concat(rows.values()))):
        show(
            f"17. Luck: {name}, by what was told, in %",
            ("from … to below", "schools", "told", "named", "±"),
            [(str(row[0]), *row[1:]) for row in calibration(some, EDGES).itertuples(name=None)],
        )
    show(
        "18. Luck: schools that are listed, by word in %, and how often these are named anew",
        ("world", "listed", *(head for each in WORDS for head in (each, "named"))),
        [_words(name, found) for name, found in rows.items()],
    )
    _timed()


def _row(name: str, rows: pd.DataFrame) -> tuple[str | float, ...]:
    around = calibration(rows, AROUND).iloc[0]
    plain = calibration(rows, AROUND, "by_shares").iloc[0]
    over = abs(around["told"] - around["named"]) > max(BAR, around["within"])
    off = calibration(rows, EDGES).iloc[1:]
    apart = np.average((off["told"] - off["named"]).abs().fillna(0), weights=off["schools"])
    numbers = around["told"], around["named"], around["within"], apart
    told_plain = plain["told"], plain["named"]
    return name, int(around["schools"]), *numbers, *told_plain, "over" if over else ""


def _words(name: str, rows: pd.DataFrame) -> tuple[str | float, ...]:
    listed = rows[rows["listed"]]
    words = listed["chance"].map(lambda chance: word(chance, STEADY, RATHER))
    parts = [
        (100 * words.eq(each).mean(), 100 * listed.loc[words.eq(each), "named"].mean())
        for each in WORDS
    ]
    return name, len(listed), *(number for part in parts for number in part)


def _gathered(pool: ProcessPoolExecutor, name: str) -> pd.DataFrame:
    seeds = OWN_SEEDS if name == OWN else SEEDS
    return pd.concat(pool.map(partial(_told, name), range(seeds)), ignore_index=True)


def _told(name: str, seed: int) -> pd.DataFrame:
    if name == OWN:
        return told(_demonstration(seed), seed)
    world = WORLDS[name]
    many = world if world.schools < World.schools else replace(world, schools=SCHOOLS)
    return told(drawn(many, seed), seed)


def _demonstration(seed: int) -> tuple[Counts, Again]:
    """Draw the demonstration from another seed; the project goes on as it does in its last years.

    Drawing anew is written out here once more, plainly, from the lasting traits of schools.
    """
    places = pd.read_csv(FACTS / "municipality.csv", dtype=str, keep_default_na=False)
    history = generator.region(ROSTOV, places, Streams(seed), Parameters())
    years = ROSTOV.written
    pupils, below = (
        np.stack([getattr(history.results[year], each) for year in years], axis=-1)
        for each in ("participants", "below")
    )
    rng = np.random.default_rng(seed)

    def again(draws: int) -> np.ndarray:
        return np.stack([_year(history, year, draws, rng) for year in years[-LAST:]], axis=-1)

    return Counts(pupils.astype(float), below.astype(float), np.array(years)), again


def _year(history: History, year: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Draw a year's pupils below the threshold; draws × schools × works."""
    standing, parameters, result = history.standing, history.parameters, history.results[year]
    shape = (draws, *standing.logit.shape)
    luck = standing.yearly_spread[:, None] * rng.standard_normal((*shape[:2], 1))
    luck = luck + rng.normal(0, parameters.spread.work_year, shape)
    logit = standing.logit + parameters.year_shift[year] + luck
    without = 1 / (1 + np.exp(-logit))
    effects = {0: 0.0} | {
        entry: points if entry < year else 0.0 for entry, points in parameters.effect_pp.items()
    }
    effect = np.array([effects[entry] for entry in history.first_entry.tolist()])
    chance = np.maximum(without + effect[:, None] / 100, without * parameters.least_left)
    return rng.binomial(result.participants, chance)


def _timed() -> None:
    rows = as_rows(drawn(World(), 0)[0])
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        luck(rows, int(rows["year"].max()), RULE)
        times.append(1000 * (time.process_time() - start))
    show(
        "19. Luck: 400 schools, 5 works and 6 years",
        ("method", "median ms of processor", "worst", "n"),
        [("luck", median(times), max(times), TIMES)],
        f"Bar: ≤ {SPEED_BAR} ms.",
    )
