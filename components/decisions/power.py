"""Count how many schools must be helped for an effect to be seen, by the spread of the region."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.base.choices import rules, setting
from components.base.load import keep, load
from components.base.pupils import visible
from components.decisions.choice import AS_SET, EFFECTS, DecisionsView, power_key
from components.decisions.numbers import visits
from components.shell.tables import Columns
from queries import cohorts, lookups
from queries.methods import alike, power
from queries.methods.refusal import Refusal
from queries.view import View

LISTS_BY = "VPR"
"""The procedure of which most schools have results."""

TABLE: Columns = (("effect", "integer"), ("helped", "integer"), ("chance", "percent"))


@dataclass(frozen=True)
class Spread:
    """What schools of a region are like in a year: their share, %, and its spread, points.

    likeness: correlation of two results of a school; results: of a mean school.
    """

    year: int
    schools: int
    share: float
    spread: float
    likeness: float
    results: float


@dataclass(frozen=True)
class Needed:
    """How many schools are needed for an effect, or why it cannot be told.

    chance: to see it if as many schools are helped as can be visited, 0–1; NaN where there are not
    so many.
    """

    effect: float
    helped: int | Refusal
    chance: float


def spread(view: DecisionsView) -> Spread | Refusal:
    """Tell how schools of the region spread in the last year of results, or why that is unknown."""
    found: Spread | Refusal = keep(_spread, replace(power_key(view), effect=AS_SET))
    return found


def _spread(view: DecisionsView) -> Spread | Refusal:
    cards = load(lookups.indicators)
    codes = cards.loc[cards["kind"].eq("pupil_rate") & cards["procedure"].eq(LISTS_BY), "code"]
    if codes.empty:
        return Refusal("no_results")
    asked = View(view.region, view.year, view.year, indicator=str(codes.iloc[0]))
    region = load(cohorts.of_region, asked)
    if region.empty:
        return Refusal("no_results")
    year = int(region["year"].max())
    if not visible(region.loc[region["year"].eq(year), "shown"]).all():
        return Refusal("hidden")
    rows = load(cohorts.of_municipalities, asked).merge(load(cohorts.spread, asked), on="year")
    rows = rows[rows["year"].eq(year)]
    rows = rows.rename(columns={"below": "numerator", "participants": "denominator"})
    rows = rows.assign(column=rows["year"])
    whole = alike.columns(rows, np.full(len(rows), True))
    schools = int(rows["schools"].sum())
    if not len(rows) or np.isnan(whole.likeness[0]):
        return Refusal("too_few_schools", {"schools": schools, "power": 0.0})
    share, results = float(whole.share[0]), float(whole.results[0]) / schools
    likeness, uneven = float(whole.likeness[0]), float(whole.unevenness[0])
    found = power.spread(share, likeness, results, uneven)
    return Spread(year, schools, 100 * share, found, likeness, results)


def effect(view: DecisionsView) -> float:
    """Give the effect that is to be seen, points: the reader's, or that of the settings."""
    return setting("sought_effect", view.region) if view.effect == AS_SET else float(view.effect)


def needed(view: DecisionsView, of: Spread, size: float) -> Needed:
    """Count the schools that an effect of a size, in points, needs, and what the visits let see."""
    wanted, confidence = _limits(view.region)
    helped = power.least_schools(of.schools, size, of.spread, confidence, wanted)
    many, others = visits(view), of.schools - visits(view)
    known = min(many, others) >= power.LEAST
    chance = power.power(many, others, size, of.spread, confidence) if known else float("nan")
    return Needed(size, helped, chance)


def seen_effect(view: DecisionsView, of: Spread) -> float | Refusal:
    """Give the least effect, points, that as many schools as can be visited let be seen."""
    wanted, confidence = _limits(view.region)
    return power.least_effect(visits(view), of.schools, of.spread, confidence, wanted)


def _limits(region: str) -> tuple[float, float]:
    """Give the chance that is wanted and the confidence of the test, 0–1, of a region's rules."""
    return setting("power", region) / 100, rules(region).confidence


def table(view: DecisionsView) -> pd.DataFrame:
    """One row per effect of whole points: schools needed, empty if it is never seen; chance, %."""
    of = spread(view)
    if isinstance(of, Refusal):
        return pd.DataFrame(columns=[key for key, _ in TABLE])
    rows = [needed(view, of, float(size)) for size in EFFECTS]
    return pd.DataFrame(
        {
            "effect": [int(row.effect) for row in rows],
            "helped": pd.array(
                [None if isinstance(row.helped, Refusal) else row.helped for row in rows],
                dtype="Int64",
            ),
            "chance": [100 * row.chance for row in rows],
        }
    )
