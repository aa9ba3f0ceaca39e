"""Read the small tables the generator is made of: its own parameters, and facts it builds on."""

from functools import cache
from pathlib import Path

import pandas as pd

HERE = Path(__file__).resolve().parent
FACTS = HERE.parent / "facts"


def _read(path: Path) -> pd.DataFrame:
    texts = {"oktmo": str, "measure_no": str, "months": str}
    return pd.read_csv(path, dtype=texts, keep_default_na=False)


@cache
def works() -> pd.DataFrame:
    """One row per work: procedure, grade, subject, and the mean share below the threshold."""
    return _read(HERE / "works.csv")


@cache
def mean_scores() -> pd.Series:
    """Mean test score by (year, subject), points of 100."""
    return _read(HERE / "mean_scores.csv").set_index(["year", "subject"])["mean"]


@cache
def people() -> pd.Series:
    """Thousands of people by ОКТМО: only an order of magnitude, to share schools out."""
    return _read(HERE / "weights.csv").set_index("oktmo")["thousand_people"]


@cache
def risk_weights() -> pd.DataFrame:
    """One row per risk factor: how often it is found, by locality and context."""
    return _read(HERE / "risk_weights.csv")


@cache
def measures() -> pd.DataFrame:
    """One row per measure of the demonstration road map."""
    return _read(HERE / "road_map_measures.csv")


@cache
def municipalities() -> pd.DataFrame:
    """One row per municipality of every region."""
    return pd.read_csv(FACTS / "municipality.csv", dtype=str)


@cache
def named_municipalities() -> tuple[str, ...]:
    """List by ОКТМО the municipalities that a source names as having low-performing schools."""
    rows = _read(FACTS / "event_participation.csv")
    return tuple(sorted(rows.loc[rows["state"] == "absent", "oktmo"]))


@cache
def points() -> pd.DataFrame:
    """Latitude and longitude of each municipality on the map, by ОКТМО."""
    rows = _read(FACTS / "municipal_point.csv").set_index("oktmo")
    return rows[["label_latitude", "label_longitude"]]


@cache
def real_schools() -> tuple[str, ...]:
    """List the schools that sources name; the set adds demonstration rows to them."""
    return tuple(sorted(_read(FACTS / "school.csv")["school_id"]))


@cache
def recommendations() -> pd.DataFrame:
    """One row per recommendation: rec_id, and the last day of its event as `end_date`."""
    events = _read(FACTS / "event.csv").rename(columns={"code": "event"})
    rows = _read(FACTS / "recommendation.csv")
    return rows.merge(events[["event", "end_date"]], on="event")[["rec_id", "end_date"]]
