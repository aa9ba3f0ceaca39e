"""Draw the network partners of low-performing schools: organisations, numbered and not named."""

import pandas as pd

from data.demo.streams import Streams
from data.schema.columns import PARTNER_KINDS

PARTNERED = 0.35
"""Chance that a school on the list gains a partner in a year (assumption)."""

KIND_CHANCES = (0.25, 0.3, 0.1, 0.25, 0.05, 0.05)
LASTING = 0.7
"""Chance that a partnership still lasts (assumption); others end with the school year."""


def rows(listed: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per school and partner, as the table `partnership`.

    listed: school_id and year of low-performing schools.
    """
    rng = streams.of("partners", 60)
    found: list[dict[str, object]] = []
    for school in listed.sort_values(["year", "school_id"]).itertuples():
        number, kind = int(rng.integers(1, 40)), str(rng.choice(PARTNER_KINDS, p=KIND_CHANCES))
        gained, lasts = rng.random() < PARTNERED, rng.random() < LASTING
        if gained:
            found.append(
                {
                    "partnership_id": f"60-P-{len(found) + 1:04}",
                    "school_id": school.school_id,
                    "partner": f"Организация-партнёр № {number}",
                    "kind": kind,
                    "start_date": f"{school.year}-09-01",
                    "end_date": "" if lasts else f"{school.year + 1}-05-31",
                    "evidence": f"договор {school.year}/{len(found) + 1}",
                }
            )
    return pd.DataFrame(found)
