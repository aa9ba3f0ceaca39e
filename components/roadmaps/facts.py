"""Make what documents state of a region's own measures: facts, their status and its basis."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.load import load
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import sheet, split_bars
from components.roadmaps import sentences
from components.roadmaps.choice import RoadmapsView
from components.shell.tables import Columns
from queries import roadmaps
from queries.view import region_key

STATUSES = ("done", "ongoing", "planned")
SYMBOLS = {"done": "●", "ongoing": "▷", "planned": "○"}
WIDTH, NAME = 640, 0.52
"""Width of the chart, px, and the part of it for names: wordings of measures are long."""
COUNTS: Columns = (
    ("name", "text"),
    ("facts", "integer"),
    *((status, "integer") for status in STATUSES),
    ("evidenced", "integer"),
    ("untied", "integer"),
    ("without", "integer"),
    ("unproved", "integer"),
)
FACTS: Columns = (
    ("measure_no", "text"),
    ("measure", "text"),
    ("fact_ru", "text"),
    ("status_said", "text"),
    ("basis_said", "text"),
    ("date_said", "text"),
    ("evidence_said", "text"),
    ("document", "text"),
)


def facts(view: RoadmapsView) -> pd.DataFrame:
    """One row per stated fact, of any year: the documents give few of them a date."""
    words = Words(view.language)
    found = load(roadmaps.facts, region_key(view))
    records = found.to_dict("records")
    rows = found.assign(
        status_said=[
            f"{SYMBOLS[status]} {words(f'roadmaps.fact_{status}')}" for status in found["status"]
        ],
        basis_said=[sentences.basis(text, words) for text in found["status_basis"]],
        date_said=[_date(text, words) for text in found["date"]],
        evidence_said=[
            sentences.evidence(row["evidence"], words, row["status"] == "done") for row in records
        ],
        document=[sentences.document(row, words) for row in records],
    )
    return rows[rows["measure_no"].eq(view.measure)] if view.measure else rows


def counts(view: RoadmapsView) -> pd.DataFrame:
    """One row per measure: its facts by status, and how many have evidence of their own.

    evidenced + untied + without = facts; an untied link stands for a whole slide of its document,
    so what is done with no other evidence is `unproved` too.
    """
    found = load(roadmaps.facts, region_key(view))
    given = found["evidence"].fillna("").astype(str).str.strip()
    untied = given.str.startswith(sentences.UNTIED)
    flags = found.assign(
        facts=1,
        untied=untied.astype(int),
        without=given.eq("").astype(int),
        evidenced=(given.ne("") & ~untied).astype(int),
        unproved=(found["status"].eq("done") & (given.eq("") | untied)).astype(int),
        **{status: found["status"].eq(status).astype(int) for status in STATUSES},
    )
    keys = [key for key, _ in COUNTS[1:]]
    summed = flags.groupby(["measure_no", "measure"], as_index=False)[keys].sum()
    return summed.assign(name=summed["measure_no"] + " " + summed["measure"])


def totals(view: RoadmapsView) -> dict[str, int]:
    """Sum the counts over all measures."""
    keys = [key for key, _ in COUNTS[1:]]
    return {str(key): int(value) for key, value in counts(view)[keys].sum().items()}


def spec(view: RoadmapsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a bar per measure, split by the status of its facts."""
    words, found = Words(view.language), counts(view)
    rows = found.assign(
        id=found["measure_no"],
        chosen=found["measure_no"].eq(view.measure),
        tooltip=[_tooltip(row, words) for row in found.to_dict("records")],
    )
    heads = tuple(SYMBOLS[status] for status in STATUSES)
    return sheet.packed(
        split_bars.draw(rows, STATUSES, heads, palette(theme), figure(WIDTH, room), NAME)
    )


def _tooltip(row: dict, words: Words) -> str:
    parts = [f"{words(f'roadmaps.fact_{status}')}: {row[status]}" for status in STATUSES]
    return f"{row['name']}\n{', '.join(parts)}"


def _date(text: object, words: Words) -> str:
    """Give a date as its document has it; a whole day in the reader's figures."""
    if not isinstance(text, str) or not text:
        return "—"
    day = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    return text.replace("/", "–") if pd.isna(day) else words.short_day(day.date())
