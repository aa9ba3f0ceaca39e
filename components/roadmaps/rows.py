"""Make the rows of each table of the page: what stands on the page stands in its files."""

import datetime as dt

import pandas as pd

from components.base.i18n import Words
from components.roadmaps import sentences
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from components.shell.tables import Columns
from queries.methods import completion
from queries.methods.natural_order import by_numbers

LIST: Columns = (
    ("measure_no", "text"),
    ("text_ru", "text"),
    ("responsible", "text"),
    ("deadline_as_written", "text"),
    ("due_date", "date"),
    ("state_said", "text"),
    ("done_of", "text"),
    ("unproved", "integer"),
    ("late", "integer"),
    ("document", "text"),
)
LIST_FILE: Columns = (
    ("map", "text"),
    ("section", "text"),
    *LIST[:4],
    ("reading", "text"),
    ("start", "date"),
    *LIST[4:6],
    ("schools", "integer"),
    ("marked", "integer"),
    ("done", "integer"),
    *LIST[7:],
)
EXECUTIONS: Columns = (
    ("map", "text"),
    ("measure_no", "text"),
    ("text_ru", "text"),
    ("responsible", "text"),
    ("school_id", "text"),
    ("school", "school"),
    ("municipality", "text"),
    ("due_date", "date"),
    ("done_date", "date"),
    ("state_said", "text"),
    ("evidence_said", "text"),
)


def of(part: int, total: int, words: Words) -> str:
    """Write a full count; where nothing was due there is none."""
    if not total:
        return "—"
    return words("cell.of", part=words.number(part), total=words.number(total))


def amount(value: float | None) -> int:
    """Give a count as a whole number; one that nobody told is none."""
    return 0 if value is None or value != value else int(value)


def map_names(maps: pd.DataFrame, words: Words) -> dict[str, str]:
    """Name the road maps by their codes."""
    return {row["code"]: words.pick(row, "name") for row in maps.to_dict("records")}


def occasions(view: RoadmapsView) -> pd.DataFrame:
    """One row per measure and due date of the year; a measure without any stands once, with why."""
    words, n = Words(view.language), numbers(view)
    names = map_names(n.maps, words)
    found = n.measures.merge(n.occasions, "left", "measure_id")
    records = found.rename(columns={"start_y": "start"}).to_dict("records")
    rows = [_occasion(row, words) | {"map": names.get(row["road_map"], "")} for row in records]
    columns = [key for key, _ in LIST_FILE] + ["done_of", "at_least"]
    columns += ["measure_id", "road_map", "state", "first", "last", *completion.QUARTILES]
    return pd.DataFrame(rows, columns=list(dict.fromkeys(columns)))


def _occasion(row: dict, words: Words) -> dict[str, object]:
    named = {
        "reading": sentences.reading(row, words),
        "document": sentences.document(row, words),
        "due_date": None,
    }
    if not isinstance(row["state"], str):
        return row | named | {"state_said": why_none(row["kind"], words), "done_of": "—"}
    marked = int(row["marked"])
    counted = {"done_of": of(int(row["done"]), marked, words), "due_date": row["due"]}
    if not marked:  # nobody told: none late would be a claim
        counted |= dict.fromkeys(("done", "unproved", "late"))
    return row | named | counted | {"state_said": sentences.state(row["state"], words)}


def why_none(kind: str, words: Words) -> str:
    """Say why a measure has no due date in the year."""
    known = kind if kind in ("refused", "never", "on_demand") else "other_year"
    return words(f"roadmaps.none_{known}")


def why_undated(row: dict, words: Words) -> str:
    """Say why a measure can never be late, in the words of its document where it has some."""
    written = row["deadline_as_written"]
    said = f"«{written}»: " if isinstance(written, str) and written else ""
    return said + sentences.reading(row, words)


def executions(view: RoadmapsView) -> pd.DataFrame:
    """One row per school and due date of the open measure, or of all if none is open."""
    words, n = Words(view.language), numbers(view)
    of_measure = ["measure_id", "measure_no", "text_ru", "responsible", "road_map"]
    kept = n.found.drop(columns=[name for name in of_measure[1:] if name in n.found])
    found = kept.merge(n.measures[of_measure], "left", "measure_id")
    if view.measure:
        found = found[found["measure_id"].eq(view.measure)]
    order = ["measure_no", "due_date", "municipality", "school", "school_id"]
    rows = found.sort_values(order, key=by_numbers)
    return rows.assign(
        map=found["road_map"].map(map_names(n.maps, words)),
        # What was done after the report date was not done yet on it.
        done_date=[_by(day, n.day) for day in rows["done_date"]],
        state_said=[sentences.state(standing, words) for standing in rows["standing"]],
        evidence_said=[_shown(row, words) for row in rows.to_dict("records")],
    ).reset_index(drop=True)


def _by(done: dt.date | None, day: dt.date) -> dt.date | None:
    return done if done is not None and done <= day else None


def _shown(row: dict, words: Words) -> str:
    if row["standing"] not in ("proved", "unproved"):
        return "—"
    return sentences.evidence(row["evidence"], words)
