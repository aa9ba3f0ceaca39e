"""Draw the project year of a school: its documents by stage, and marks on recommendations."""

import datetime as dt

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.signs import PAPER
from data.demo.streams import Streams

YEARS = (2021, 2022)
DOCUMENTS = (
    ("risk_profile", 0.95, dt.date(2000, 3, 15)),
    ("concept", 0.9, dt.date(2000, 4, 20)),
    ("programme", 0.88, dt.date(2000, 5, 10)),
    ("anti_risk_programme", 0.85, dt.date(2000, 5, 25)),
    ("measures_done", 0.7, dt.date(2000, 10, 20)),
    ("dynamics_shown", 0.6, dt.date(2000, 11, 30)),
)
"""Kind, chance that it was uploaded, and about when in the year (assumptions)."""

STATES = ("uploaded", "confirmed", "returned")
STATE_CHANCES = (0.15, 0.75, 0.1)
SCHOOLS_PER_CURATOR = 3
MARKED = 0.25
MARK_CHANCES = (0.2, 0.3, 0.5)


def rows(members: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per school, year and document, as the table `school_document`.

    members: school_id and year of schools in the project. A curator has a number, no name.
    """
    rng = streams.of("documents", 60)
    members = members[members["year"].isin(YEARS)].sort_values(["year", "school_id"])
    members = members.reset_index(drop=True)
    number = members.groupby("year").cumcount() // SCHOOLS_PER_CURATOR + 1
    curator = "К-" + number.astype(str).str.zfill(2)
    parts = [_document(members.assign(curator=curator), *document, rng) for document in DOCUMENTS]
    found = pd.concat(parts)
    return found.sort_values(["year", "school_id", "document"], ignore_index=True)


def _document(
    members: pd.DataFrame, kind: str, chance: float, day: dt.date, rng: np.random.Generator
) -> pd.DataFrame:
    given = rng.random(len(members)) < chance
    states = np.where(given, rng.choice(STATES, len(members), p=STATE_CHANCES), "not_uploaded")
    year = members["year"].astype(str)
    usual = pd.to_datetime(year + day.strftime("-%m-%d"))
    days = usual + pd.to_timedelta(rng.integers(-20, 21, len(members)), unit="D")
    return members[["school_id", "year", "curator"]].assign(
        document=kind,
        status=states,
        status_date=days.dt.strftime("%Y-%m-%d").where(given, None),
    )


def marks(report: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per mark of a municipality, as the table `recommendation_mark`."""
    rng = streams.of("recommendation_marks", 60)
    places = sorted(report.loc[report["oktmo"].str.startswith("60"), "oktmo"].unique())
    pairs = tables.recommendations().merge(pd.DataFrame({"oktmo": places}), how="cross")
    pairs = pairs.sort_values(["rec_id", "oktmo"], ignore_index=True)
    days = pd.to_datetime(pairs["end_date"]) + pd.to_timedelta(
        rng.integers(20, 44, len(pairs)), unit="D"
    )
    state = rng.choice(("planned", "ongoing", "done"), len(pairs), p=MARK_CHANCES)
    kept = pairs.assign(
        marked_on=days.dt.strftime("%Y-%m-%d"),
        state=state,
        school_id=None,
        evidence=[PAPER if one == "done" else None for one in state],
    )[rng.random(len(pairs)) < MARKED]
    numbers = [f"60-О-{number:04d}" for number in range(1, len(kept) + 1)]
    return kept.assign(mark_id=numbers).drop(columns="end_date")
