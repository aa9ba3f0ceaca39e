"""Make the schools of a region: how many in each municipality, of what size, where they stand."""

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.parameters import RegionPlan
from data.demo.signs import ORIGIN, SCHOOL
from data.demo.streams import Streams

PEOPLE_PER_SCHOOL = {"urban_okrug": 8.5, "district": 2.0}
"""Thousands; towns have few large schools, districts many small ones (assumption)."""

MINIMUM_SCHOOLS = 3
SMALLEST_SCHOOL = 18
TOWN_PEOPLE = 45
"""Thousands of people from which a district is taken to have a town (assumption)."""

TOWN_SCHOOLS = 0.3
"""Share of urban schools in a district with a town (assumption)."""

SIZES = {"urban_okrug": (850.0, 0.40), "town": (480.0, 0.45), "rural": (140.0, 0.65)}
"""Median pupils before scaling to the regional total, and spread of their logarithm."""


def school_rows(plan: RegionPlan, places: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per school of a region, as the table `school`; places are its municipalities."""
    places = places.sort_values("oktmo", ignore_index=True)
    counts = _allotted(places, plan.schools)
    schools = places.loc[places.index.repeat(counts), ["oktmo", "kind"]].reset_index(drop=True)
    place = schools.groupby("oktmo").cumcount().to_numpy()
    towns = np.repeat(np.rint(counts * _town_share(places)), counts)
    in_okrug = (schools["kind"] == "urban_okrug").to_numpy()
    urban = in_okrug | (place < towns)
    setting = np.where(in_okrug, "urban_okrug", np.where(urban, "town", "rural"))
    numbers = [f"{number:04d}" for number in range(1, len(schools) + 1)]
    return pd.DataFrame(
        {
            "school_id": [f"{plan.code}-{number}" for number in numbers],
            "oktmo": schools["oktmo"],
            "name": [f"{SCHOOL}{number}" for number in numbers],
            "locality": np.where(urban, "urban", "rural"),
            "pupils": _sizes(setting, plan, streams),
            "basis": ORIGIN,
            "source": ORIGIN,
        }
    )


def named_rows(plan: RegionPlan, streams: Streams) -> pd.DataFrame:
    """One row per school that a source names, with a size for the generator's own use only."""
    ids = tables.real_schools()
    return pd.DataFrame(
        {
            "school_id": ids,
            "oktmo": [f"{school_id.split('-')[0]}000" for school_id in ids],
            "locality": "urban",
            "pupils": _sizes(np.full(len(ids), "urban_okrug"), plan, streams),
            "basis": "real",
        }
    )


def _allotted(places: pd.DataFrame, total: int) -> np.ndarray:
    """Share the schools out by the largest remainder, at least MINIMUM_SCHOOLS each."""
    weights = _people(places) / places["kind"].map(PEOPLE_PER_SCHOOL).to_numpy(float)
    rest = total - MINIMUM_SCHOOLS * len(places)
    exact = weights / weights.sum() * rest
    counts = np.floor(exact).astype(int)
    order = np.argsort(counts - exact, kind="stable")
    counts[order[: rest - counts.sum()]] += 1
    schools: np.ndarray = counts + MINIMUM_SCHOOLS
    return schools


def _people(places: pd.DataFrame) -> np.ndarray:
    thousands: np.ndarray = tables.people().reindex(places["oktmo"]).to_numpy(float)
    return thousands


def _town_share(places: pd.DataFrame) -> np.ndarray:
    return np.where(_people(places) >= TOWN_PEOPLE, TOWN_SCHOOLS, 0.0)


def _sizes(setting: np.ndarray, plan: RegionPlan, streams: Streams) -> np.ndarray:
    """Draw log-normal numbers of pupils and scale them to the total of the region."""
    rng = streams.of("schools", int(plan.code))
    medians = np.array([SIZES[kind][0] for kind in setting])
    spreads = np.array([SIZES[kind][1] for kind in setting])
    drawn = medians * np.exp(spreads * rng.standard_normal(len(setting)))
    sizes: np.ndarray = np.maximum(
        np.rint(drawn * plan.pupils / drawn.sum()), SMALLEST_SCHOOL
    ).astype(int)
    return sizes
