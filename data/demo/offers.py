"""Draw who offers to mentor, with how many places and which strengths, and how it was judged."""

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.network import MOST_MENTEES
from data.demo.participation import History
from data.demo.signs import MONITORING, ORDER
from data.demo.streams import Streams
from data.schema.columns import LEVELS

YEARS = (2021, 2022)
CAPACITY_CHANCES = (0.25, 0.35, 0.25, 0.15)
"""Chances of one to four places more than nothing (assumption)."""

ENTITLED = 3
"""Schools entitled though not resilient, a year (assumption)."""

STRENGTH_CHANCES = (0.2, 0.5, 0.3)
"""Chances of one, two or three factors that a mentor helps with (assumption)."""

OFFERS = 0.6
"""Share of resilient schools that offer to mentor, mentoring ones always (assumption)."""

JUDGED = 0.7
DEGREE_CHANCES = (0.3, 0.5, 0.2)


def rows(history: History, pairs: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per school and year that may mentor, as the table `mentor_offer`.

    pairs: rows of the table `mentorship`; a mentor's places are never fewer than it uses.
    """
    rng = streams.of("offers", int(history.plan.code))
    ids = history.standing.schools["school_id"].to_numpy(object)
    mentoring = np.isin(ids.astype(str), pairs["mentor_id"].to_numpy(str))
    parts = []
    for year in YEARS:
        status = history.status[year]
        offers = status.resilient & (mentoring | (rng.random(len(ids)) < OFFERS))
        other = np.nonzero(~status.resilient & ~status.low_performing & ~mentoring)[0]
        entitled = np.isin(np.arange(len(ids)), rng.choice(other, ENTITLED, replace=False))
        chosen = offers | entitled
        count = int(chosen.sum())
        places = rng.choice(np.arange(1, MOST_MENTEES + 1), count, p=CAPACITY_CHANCES)
        places = np.where(mentoring[chosen], MOST_MENTEES, places)
        flags = entitled[chosen]
        ground = [ORDER if flag else None for flag in flags]
        parts.append(
            pd.DataFrame(
                {
                    "school_id": ids[chosen],
                    "year": year,
                    "capacity": places,
                    "entitled": flags,
                    "ground": ground,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def strengths(offers: pd.DataFrame, region: int, streams: Streams) -> pd.DataFrame:
    """One row per offering school, year and factor, as the table `mentor_strength`."""
    rng = streams.of("strengths", region)
    factors = tables.risk_weights()["risk_factor"].to_numpy(str)
    found = []
    for school in offers.sort_values(["school_id", "year"]).itertuples():
        count = rng.choice((1, 2, 3), p=STRENGTH_CHANCES)
        chosen = sorted(rng.choice(factors, count, replace=False))
        found += [(school.school_id, school.year, str(factor)) for factor in chosen]
    return pd.DataFrame(found, columns=["school_id", "year", "risk_factor"])


def marks(report: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per municipality and year judged, as the table `mentoring_mark`.

    report: rows of the table `municipal_report`; only who reported on mentorship is judged.
    """
    rng = streams.of("mentoring_marks", 60)
    said = report[report["subject"].eq("mentorship") & report["reported"]]
    said = said[said["year"].isin(YEARS) & said["oktmo"].str.startswith("60")]
    said = said.sort_values(["oktmo", "year"], ignore_index=True)
    degrees = rng.choice(LEVELS, len(said), p=DEGREE_CHANCES)
    kept = rng.random(len(said)) < JUDGED
    ground = MONITORING + said["year"].astype(str) + " года"
    return said[["oktmo", "year"]].assign(degree=degrees, ground=ground)[kept]
