"""List by name what is not done: school, measure, who answers, days late; what nobody told apart.

One row per school, measure and due date, so that the rows add up to the numbers of the headline; a
measure of two parties names both in one cell.
"""

from dataclasses import dataclass

import pandas as pd

from components.base.i18n import Words
from components.base.load import load, of_all
from components.roadmaps import rows
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.executions import executions
from components.roadmaps.numbers import numbers
from components.shell.tables import Columns
from queries import roadmap_evidence, schools
from queries.methods import overdue
from queries.view import region_key

LATE: Columns = (
    ("school", "school"),
    ("municipality", "text"),
    ("measure", "text"),
    ("responsible", "text"),
    ("due_date", "date"),
    ("days_late", "integer"),
)
TODAY: Columns = LATE[:-1]
SILENT: Columns = (("name", "text"), ("municipality", "text"), ("why", "text"))
NEVER_DUE: Columns = (("measure_no", "text"), ("text_ru", "text"), ("why", "text"))
FILE: Columns = (("missing", "text"), *LATE, ("why", "text"))


@dataclass(frozen=True)
class Totals:
    """Counts over every school of the place, those that the reader does not see included.

    late: marks past their day, at `schools` schools, the oldest by `longest` days; today: marks due
    on the very day; silent: schools on the list, or measures, by why nothing is known of them.
    """

    late: int
    schools: int
    longest: int
    today: int
    silent: dict[str, int]


def totals(view: RoadmapsView) -> Totals:
    """Count what is late, due today and not told in the place on the day."""
    return of_all(_totals, view)


def _totals(view: RoadmapsView) -> Totals:
    found, silent = late(view), without(view)
    return Totals(
        late=len(found),
        schools=int(found["school_id"].nunique()),
        longest=int(found["days_late"].max()) if len(found) else 0,
        today=len(due_today(view)),
        silent={state: int(silent["state"].eq(state).sum()) for state in overdue.SILENT},
    )


def late(view: RoadmapsView) -> pd.DataFrame:
    """One row per mark past its day and not done: the longest overdue first."""
    found = _named(view)
    return found[found["days_late"].gt(0)].reset_index(drop=True)


def due_today(view: RoadmapsView) -> pd.DataFrame:
    """One row per mark that is due on the report date and not done by its end."""
    found = _named(view)
    return found[found["days_late"].eq(0)].reset_index(drop=True)


def without(view: RoadmapsView) -> pd.DataFrame:
    """One row per low-performing school without any mark of the year, and measure never due.

    `state` says which nothing it is, `why` says it in words; measures have no school.
    """
    words, n = Words(view.language), numbers(view)
    reported = load(roadmap_evidence.reports, region_key(view))
    listed, marked = load(schools.in_need, view), set(executions(view)["school_id"])
    silent = overdue.unmarked(listed, marked, reported)
    of_schools = silent.assign(
        why=[words(f"roadmaps.why_{state}") for state in silent["state"]],
        municipality=silent["municipality"],
    )
    never = overdue.undated(n.measures, n.occasions)
    of_measures = pd.DataFrame(
        {
            "school_id": "",
            "name": [_measure(row) for row in never.to_dict("records")],
            "state": overdue.NO_DEADLINE,
            "municipality": "",
            "measure_no": never["measure_no"],
            "text_ru": never["text_ru"],
            "why": [rows.why_undated(row, words) for row in never.to_dict("records")],
        }
    )
    columns = ["school_id", "name", "state", "municipality", "why"]
    return pd.concat([of_schools[columns], of_measures], ignore_index=True)


def every(view: RoadmapsView) -> pd.DataFrame:
    """One row of the file per mark or nothing, each with the state that it is in."""
    words, silent = Words(view.language), without(view)
    of_measures = silent["state"].eq(overdue.NO_DEADLINE)
    told = silent.assign(
        school=silent["name"].mask(of_measures, ""), measure=silent["name"].where(of_measures, "")
    )
    parts = [late(view).assign(state="late"), due_today(view).assign(state="today"), told]
    found = pd.concat(parts, ignore_index=True)
    named = {state: words(f"roadmaps.missing_{state}") for state in overdue.STATES}
    found = found.assign(missing=found["state"].map(named))
    return found[["school_id", *(key for key, _ in FILE)]]


def _named(view: RoadmapsView) -> pd.DataFrame:
    """One row per mark due by the day and not done, with its measure and who answers for it."""
    n = numbers(view)
    told = n.measures[["measure_id", "measure_no", "text_ru", "responsible"]]
    found = overdue.by_age(n.found, n.day).merge(told, "left", "measure_id")
    return found.assign(measure=[_measure(row) for row in found.to_dict("records")])


def _measure(row: dict) -> str:
    return f"{row['measure_no']} {row['text_ru']}"
