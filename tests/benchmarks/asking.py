"""Time questions: `data.store.fetch` against the same SQL on a bare DuckDB cursor.

The bare side reads a copy, for DuckDB refuses one file under two configurations in one process.
It pays for nothing but execution: its text was compiled and its cursor opened beforehand.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
from sqlalchemy import Select

from data import store
from queries import cells, lookups, overview, schools
from queries.view import View
from tests.benchmarks.table import median, show

TIMES = 60
WARMING = 5
BAR = 1.3


def run(folder: Path) -> None:
    """Ask every question of the pages both ways in turn."""
    version = store.current(folder)
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copy(version.path, name))
        connection = duckdb.connect(str(copy), read_only=True)
        rows = [
            _row(label, version, connection.cursor(), question)
            for label, question in _questions(version)
        ]
        connection.close()
    show(
        "1. A question: store.fetch against bare DuckDB",
        ("question", "rows", "fetch ms", "bare ms", "ratio", "n"),
        rows,
        f"Bar: ratio ≤ {BAR}. Medians, asked in turn; worst {max(row[4] for row in rows):.2f}.",
    )


def _row(
    label: str,
    version: store.Version,
    cursor: duckdb.DuckDBPyConnection,
    question: Callable[[], Select],
) -> tuple:
    text, values = _compiled(version, question())

    def ours() -> int:
        return len(store.fetch(version, question()))

    def bare() -> int:
        answer = cursor.execute(text, values).to_arrow_table()
        return len(answer.to_pandas(date_as_object=False))

    times: dict[Callable[[], int], list[float]] = {ours: [], bare: []}
    for turn in range(WARMING + TIMES):
        for side in (ours, bare) if turn % 2 else (bare, ours):
            start = time.perf_counter()
            rows = side()
            times[side].append(1000 * (time.perf_counter() - start))
    fetch, alone = (median(times[side][WARMING:]) for side in (ours, bare))
    return label, rows, fetch, alone, fetch / alone, TIMES


def _compiled(version: store.Version, question: Select) -> tuple[str, list[object]]:
    """Compile by hand what SQLAlchemy would send: text with question marks, values in order."""
    dialect = store.engine(version).dialect
    state = question.compile(dialect=dialect).construct_expanded_state(question._params)
    return state.statement, list(state.positional_parameters)


def _questions(version: store.Version) -> Iterator[tuple[str, Callable[[], Select]]]:
    view = _whole(version)
    views = {
        "whole": view,
        "rural": replace(view, schools="rural"),
        "cohort": replace(view, cohort=view.year, indicator="IND-13"),
        "first year": replace(view, year=view.first_year),
    }
    for name, part in views.items():
        yield f"cells.by_indicator, {name}", lambda part=part: cells.by_indicator(part)
        yield f"cells.by_year, {name}", lambda part=part: cells.by_year(part)
    yield "overview.totals", lambda: overview.totals(view)
    yield "overview.attention", lambda: overview.attention(view)
    yield "overview.event_numbers", lambda: overview.event_numbers(view)
    place = store.fetch(version, overview.attention(view))["oktmo"].iloc[0]
    here = replace(view, municipality=place)
    yield "schools.in_need", lambda: schools.in_need(here)
    yield "lookups.indicators", lookups.indicators
    yield "lookups.municipalities", lookups.municipalities


def _whole(version: store.Version) -> View:
    """The view a reader starts with: the region of the most years, its last year."""
    rows = store.fetch(version, lookups.years())
    region = rows["region"].value_counts().index[0]
    years = [int(year) for year in rows.loc[rows["region"].eq(region), "year"]]
    return View(region, max(years), min(years))
