"""Make the demonstration road map and its execution, and the execution of a real one."""

import datetime as dt

import numpy as np
import pandas as pd

from data.demo import tables
from data.demo.signs import CODE, ORIGIN, PAPER, ROAD_MAP
from data.demo.streams import Streams

YEARS = (2021, 2022)
LAST_DAY = dt.date(2022, 12, 31)
"""The set knows nothing later: what is done after it, is not done yet."""

REAL_DUE = (
    ("SVE-2020/1.1", ("2020-06-30",)),
    ("SVE-2020/2.2", ("2020-07-31", "2021-07-31", "2022-07-31")),
    ("SVE-2020/2.3", ("2020-08-31", "2021-08-31", "2022-08-31")),
    ("SVE-2020/3.2", ("2020-10-31", "2021-10-31", "2022-10-31")),
    ("SVE-2020/3.4", ("2020-10-31", "2021-03-31", "2021-10-31", "2022-03-31", "2022-10-31")),
    ("SVE-2020/3.5", ("2021-05-31", "2022-05-31")),
)
"""Due dates of the measures of a real road map whose deadline names months: their last days.

The map starts in June 2020, so no window that ends before it counts.
"""

DONE = 0.90
LATE = 0.18
LATE_AT_YEAR_END = 0.60
WITHOUT_EVIDENCE = 0.20
PLACE_SPREAD = 0.6
DOUBTFUL = 2
"""Schools of each kind of doubt (assumption)."""

CLOSING_DAY, ONE_PAPER = "2022-12-26", f"{PAPER} за год"


def road_map() -> pd.DataFrame:
    """One row: the demonstration road map, as the table `road_map`."""
    row = {
        "code": CODE,
        "region": "60",
        "name_ru": f"{ROAD_MAP} школы",
        "name_en": "Demonstration road map of a school",
        "first_year": YEARS[0],
        "last_year": YEARS[-1],
        "basis": ORIGIN,
        "source": ORIGIN,
    }
    return pd.DataFrame([row])


def measure_rows() -> pd.DataFrame:
    """One row per measure of the demonstration road map, as the table `road_map_measure`."""
    measures = tables.measures()
    return measures.assign(
        measure_id=CODE + "/" + measures["measure_no"],
        road_map=CODE,
        source=ORIGIN,
        start=None,
        end=None,
        recurrence="yearly",
        sub_actions=None,
        note=None,
    )


def demonstration_rows(listed: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per measure, school and due date, as the table `road_map_execution`.

    listed: school_id, oktmo and year of low-performing schools.
    """
    measures = tables.measures()
    due = measures[["due_month", "due_day"]].set_axis(["month", "day"], axis=1)
    pairs = listed[listed["year"].isin(YEARS)].merge(
        due.assign(measure_id=CODE + "/" + measures["measure_no"]), how="cross"
    )
    pairs["due_date"] = pd.to_datetime(pairs[["year", "month", "day"]])
    rows = _executed(pairs[["measure_id", "school_id", "oktmo", "due_date"]], 60, streams)
    return _doubtful(rows, streams)


def _doubtful(rows: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """Make the marks of a few schools of the last year worth a question.

    Some closed everything on one day; some show one document for all they did.
    """
    last = rows["due_date"].str.startswith(str(YEARS[-1]))
    ids = np.unique(rows.loc[last, "school_id"].to_numpy(str))
    chosen = streams.of("doubts", 60).choice(ids, 2 * DOUBTFUL, replace=False)
    at_once, one_paper = (
        last & rows["school_id"].isin(some) for some in np.split(chosen, [DOUBTFUL])
    )
    rows.loc[at_once, ["done_date", "evidence"]] = [CLOSING_DAY, None]
    rows.loc[one_paper & rows["evidence"].notna(), "evidence"] = ONE_PAPER
    return rows


def real_map_rows(schools: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per measure with a clear deadline, named school and due date."""
    due = [(measure, day) for measure, days in REAL_DUE for day in days]
    pairs = pd.DataFrame(due, columns=["measure_id", "due_date"])
    pairs["due_date"] = pd.to_datetime(pairs["due_date"])
    return _executed(schools[["school_id", "oktmo"]].merge(pairs, how="cross"), 65, streams)


def _executed(pairs: pd.DataFrame, region: int, streams: Streams) -> pd.DataFrame:
    """Draw when each measure was done; schools of one municipality are alike in diligence."""
    rng = streams.of("executions", region)
    pairs = pairs.sort_values(["school_id", "due_date", "measure_id"], ignore_index=True)
    places, of_place = np.unique(pairs["oktmo"].to_numpy(str), return_inverse=True)
    of_places = rng.normal(0, PLACE_SPREAD, len(places))
    diligence = np.log(DONE / (1 - DONE)) + (of_places - of_places.mean())[of_place]
    done = rng.random(len(pairs)) < 1 / (1 + np.exp(-diligence))
    at_year_end = (pairs["due_date"].dt.month == 12).to_numpy()
    late = rng.random(len(pairs)) < np.where(at_year_end, LATE_AT_YEAR_END, LATE)
    days = np.where(late, rng.integers(1, 45, len(pairs)), -rng.integers(0, 22, len(pairs)))
    done_date = pairs["due_date"] + pd.to_timedelta(days, unit="D")
    known = done & (done_date <= pd.Timestamp(LAST_DAY)).to_numpy()
    shown = known & (rng.random(len(pairs)) >= WITHOUT_EVIDENCE)
    words = f"{PAPER} " + pairs["measure_id"].str.split("/").str[1]
    words += " от " + done_date.dt.strftime("%d.%m.%Y")
    return pairs.assign(
        due_date=pairs["due_date"].dt.strftime("%Y-%m-%d"),
        done_date=done_date.dt.strftime("%Y-%m-%d").where(known, None),
        evidence=words.where(shown, None),
    )
