"""Time bringing data in: a million rows read, screened and published, against DuckDB alone.

DuckDB alone reads the same CSV into a table of a new file and checks nothing. Each side runs in a
process of its own, in turn; imports are not timed. Cold is a process's first time, warm its second.
"""

import csv
import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import duckdb_sqlalchemy  # noqa: F401  else loaded by the first connection
import openpyxl
import pyarrow.dataset  # noqa: F401  else loaded by the first table laid beside a draft
import xlsxwriter

from data.intake.received.places import shipped
from data.intake.received.receive import receive
from data.intake.screening import screen
from data.schema import assessment_result, school
from tests.benchmarks.table import median, show

ROUNDS = 3
SCHOOLS, YEARS = 5000, range(2015, 2025)
SHEET_ROWS = 5000
TIME_BAR, MEMORY_BAR = 3.0, 2048
WORKS = [
    *itertools.product(("VPR",), range(4, 12), ("russian", "mathematics")),
    *itertools.product(("OGE",), (9,), ("russian", "mathematics")),
    *itertools.product(("EGE",), (11,), ("russian", "mathematics_profile")),
]
PLACES = shipped().within("60", "65", "75").codes


def run(folder: Path) -> None:
    """Write the files, then let each side take them in turn."""
    with tempfile.TemporaryDirectory() as name:
        where = Path(name)
        rows = _write(where)
        turns = [{side: _child(side, where) for side in SIDES} for _ in range(ROUNDS)]
        sides = {side: [told[side] for told in turns] for side in SIDES}
        _show_million(rows, sides)
        _show_sheet(where)


def _show_million(rows: int, sides: dict[str, list[dict]]) -> None:
    lines = []
    for heat in ("cold", "warm"):
        bare, ours = (median([told[heat] for told in sides[side]]) for side in ("bare", "ours"))
        memory = max(told["memory"] for told in sides["ours"])
        lines.append((heat, rows, ours, bare, ours / bare, memory, ROUNDS))
    parts = ("read", "screen", "publish")
    said = ", ".join(f"{p} {median([t['parts'][p] for t in sides['ours']]):.2f} s" for p in parts)
    show(
        "5. A million rows: received, screened and published, against DuckDB's own read",
        ("process", "rows", "ours s", "bare s", "ratio", "MiB at most", "n"),
        lines,
        f"Bars: ratio ≤ {TIME_BAR}, memory < {MEMORY_BAR} MiB. Medians. Warm: {said}.",
    )


def _show_sheet(where: Path) -> None:
    content = (where / "assessment_result.xlsx").read_bytes()
    register = shipped()

    def ours() -> None:
        received = receive("assessment_result.xlsx", content, register)
        assert received.files[0].rows.num_rows == SHEET_ROWS

    def bare() -> None:
        book = openpyxl.load_workbook(where / "assessment_result.xlsx", read_only=True)
        assert sum(1 for _ in book.active.values) == SHEET_ROWS + 1

    times = {side: [_timed(side) for _ in range(ROUNDS)] for side in (ours, bare)}
    mine, alone = median(times[ours]), median(times[bare])
    show(
        "6. A workbook received, against openpyxl's read of its cells",
        ("rows", "ours s", "openpyxl s", "ratio", "n"),
        [(str(SHEET_ROWS), mine, alone, mine / alone, ROUNDS)],
    )


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _child(side: str, where: Path) -> dict:
    words = [sys.executable, "-m", "tests.benchmarks.intake", side, str(where)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _bare(where: Path, new: Path) -> dict[str, float]:
    connection = duckdb.connect(str(new / "bare.duckdb"))
    path = where / "assessment_result.csv"
    connection.execute(f"CREATE TABLE rows AS SELECT * FROM read_csv('{path}')")
    connection.close()
    return {}


def _ours(where: Path, new: Path) -> dict[str, float]:
    """Give the seconds of each part."""
    register, marks = shipped(), [time.perf_counter()]
    received = [
        receive(f"{table.name}.csv", (where / f"{table.name}.csv").read_bytes(), register)
        for table in (school, assessment_result)
    ]
    marks.append(time.perf_counter())
    files = [file for one in received for file in one.files]
    problems = [problem for one in received for problem in one.problems]
    screened = screen.screen(new, files, problems)
    marks.append(time.perf_counter())
    screen.publish(new, screened, "benchmark", "benchmark", screened.problems)
    marks.append(time.perf_counter())
    spent = (after - before for before, after in itertools.pairwise(marks))
    return dict(zip(("read", "screen", "publish"), spent, strict=True))


SIDES = {"bare": _bare, "ours": _ours}


def _write(where: Path) -> int:
    """Write the schools and their results as CSV, some of the results as a workbook; count them."""
    names = [f"{PLACES[n % len(PLACES)][:2]}-{n:05}" for n in range(SCHOOLS)]
    with (where / "school.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(school.columns.keys())
        for n, name in enumerate(names):
            of = PLACES[n % len(PLACES)]
            writer.writerow((name, of, f"Школа № {n}", "urban", 100 + n % 900, "real", ""))
    rows = list(_results(names))
    with (where / "assessment_result.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(assessment_result.columns.keys())
        writer.writerows(rows)
    with xlsxwriter.Workbook(where / "assessment_result.xlsx") as book:
        page = book.add_worksheet()
        for n, row in enumerate((assessment_result.columns.keys(), *rows[:SHEET_ROWS])):
            page.write_row(n, 0, row)
    return len(rows)


def _results(names: list[str]) -> Iterator[tuple]:
    chance = random.Random(500)
    for name, year, (procedure, grade, subject) in itertools.product(names, YEARS, WORKS):
        many = chance.randrange(5, 200)
        mean = chance.randrange(200, 900) / 10
        yield name, year, procedure, grade, subject, many, chance.randrange(many), mean


def _as_child(side: str, where: Path) -> None:
    told: dict[str, object] = {}
    for heat in ("cold", "warm"):
        with tempfile.TemporaryDirectory() as new:
            start = time.perf_counter()
            told["parts"] = SIDES[side](where, Path(new))
            told[heat] = time.perf_counter() - start
    told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(told))


if __name__ == "__main__":
    _as_child(sys.argv[1], Path(sys.argv[2]))
