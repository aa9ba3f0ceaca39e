"""Draw what meetings decided on schools: whom to visit, whom to give a mentor, and by when."""

import datetime as dt

import numpy as np
import pandas as pd

from data.demo.roadmaps import LAST_DAY
from data.demo.signs import ORIGIN
from data.demo.streams import Streams
from data.demo.told import Rows, Told

MEETINGS = (dt.date(2021, 10, 14), dt.date(2022, 3, 17), dt.date(2022, 10, 13))
SCHOOLS = 10
"""Listed schools of the year that a meeting speaks of (assumption)."""

DECIDED = (
    (
        "visit",
        "Выехать в школу и разобрать результаты года с администрацией",
        "Муниципальная методическая служба",
    ),
    ("mentor", "Подобрать школу-наставника", "Муниципальный координатор проекта"),
    ("road_map", "Закрыть просроченные мероприятия дорожной карты", "Директор школы"),
    ("training", "Направить учителей на курсы по предметам с дефицитами", "Директор школы"),
    ("resources", "Помочь с вакансиями учителей", "Управление образования"),
)
"""Kind, what was decided, and the role that does it."""

WEEKS = (6, 8, 10, 12)
"""How long a term is (assumption)."""

DONE, LATE = 0.75, 0.2
"""Chances that a decision is done, and that what is done is late (assumptions)."""


def rows(listed: pd.DataFrame, streams: Streams) -> pd.DataFrame:
    """One row per decision, as the table `school_decision`; listed: school_id and year."""
    rng = streams.of("school_decision", 60)
    found = pd.concat([_meeting(day, listed, rng) for day in MEETINGS], ignore_index=True)
    numbers = [f"60-Р-{number:04d}" for number in range(1, len(found) + 1)]
    return found.assign(decision_id=numbers, source=ORIGIN)


def _meeting(day: dt.date, listed: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    schools = np.sort(listed.loc[listed["year"].eq(day.year), "school_id"].to_numpy(str))
    chosen = np.sort(rng.choice(schools, SCHOOLS, replace=False))
    kinds, texts, roles = (np.array(each) for each in zip(*DECIDED, strict=True))
    drawn = rng.integers(0, len(DECIDED), SCHOOLS)
    due = pd.Timestamp(day) + pd.to_timedelta(7 * rng.choice(WEEKS, SCHOOLS), unit="D")
    late = np.where(rng.random(SCHOOLS) < LATE, rng.integers(1, 30, SCHOOLS), 0)
    done = due + pd.to_timedelta(late - np.where(late, 0, rng.integers(0, 20, SCHOOLS)), unit="D")
    known = (rng.random(SCHOOLS) < DONE) & (done <= pd.Timestamp(LAST_DAY))
    return pd.DataFrame(
        {
            "school_id": chosen,
            "decided_on": day.isoformat(),
            "kind": kinds[drawn],
            "decision": texts[drawn],
            "responsible": roles[drawn],
            "due_date": due.strftime("%Y-%m-%d"),
            "done_date": pd.Series(done.strftime("%Y-%m-%d")).where(known, None),
        }
    )


def _decided(told: Told) -> pd.DataFrame:
    return rows(told.listed[0], told.streams)


ROWS: Rows = {"school_decision": _decided}
