"""Five readers bring 94 MB each at once while another clicks: memory of the server and its clicks.

The files are the schools and two million results, as CSV with the declared names. The uploads go
as a browser sends them, and each is over when its page shows what was found. The memory is that of
the server and of its processes together, looked at ten times a second.
"""

import asyncio
import contextlib
import csv
import itertools
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from data.schema import assessment_result, school
from tests.benchmarks.intake import PLACES, WORKS
from tests.benchmarks.serving import Server, product
from tests.benchmarks.session import Session
from tests.benchmarks.table import median, percentile, show

READERS, BAR = 5, 1000
SCHOOLS, YEARS = 9_950, range(2015, 2025)
RESULTS = "assessment_result.csv"
PAUSE = 0.3
"""Seconds between the clicks of the other reader."""


def run(folder: Path) -> None:
    """Bring nothing, one and five pairs of files, and click meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        files = _written(Path(name))
        rows = [asyncio.run(_measured(folder, files, readers)) for readers in (0, 1, READERS)]
    show(
        f"8. Uploads of {len(files[RESULTS]) / 1e6:.0f} MB at once, and another reader's clicks",
        ("readers", "took s", "MB at most", "MB after", "click ms", "p95", "slowest", "n"),
        rows,
        f"Bar: p95 ≤ {BAR} ms.",
    )


def _written(where: Path) -> dict[str, bytes]:
    names = [f"{PLACES[n % len(PLACES)][:2]}-ou-{n:05}" for n in range(SCHOOLS)]
    schools = (
        (name, PLACES[n % len(PLACES)], f"Школа № {n}", "urban", 100 + n % 900, "real", "")
        for n, name in enumerate(names)
    )
    _write(where / "school.csv", school.columns.keys(), schools)
    _write(where / RESULTS, assessment_result.columns.keys(), _results(names))
    return {path.name: path.read_bytes() for path in sorted(where.iterdir(), reverse=True)}


def _write(path: Path, head: list[str], rows: Iterator[tuple]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def _results(names: list[str]) -> Iterator[tuple]:
    """Give a row of every school, year and paper: nearly as many as a file may have."""
    chance = random.Random(500)
    for name, year, (procedure, grade, subject) in itertools.product(names, YEARS, WORKS):
        many = chance.randrange(5, 200)
        mean = chance.randrange(20000, 90000) / 1000
        yield name, year, procedure, grade, subject, many, chance.randrange(many), mean


async def _measured(folder: Path, files: dict[str, bytes], readers: int) -> tuple:
    with product(folder) as dashboard:
        async with contextlib.AsyncExitStack() as stack:
            other = await stack.enter_async_context(Session(dashboard))
            await other.open("heatmap", "language=ru")
            bringing = [await stack.enter_async_context(Session(dashboard)) for _ in range(readers)]
            for one in bringing:
                await one.open("import_data", "language=ru")
            memory, times, over = [dashboard.family_memory()], list[float](), asyncio.Event()
            watching = asyncio.create_task(_watched(dashboard, memory, over))
            clicking = asyncio.create_task(_clicked(other, times, over))
            start = time.perf_counter()
            await asyncio.gather(*(one.bring("brought", files) for one in bringing))
            if not readers:
                await asyncio.sleep(10)
            took = time.perf_counter() - start
            over.set()
            await asyncio.gather(watching, clicking)
            after = dashboard.family_memory()
    most = max(memory)
    return (
        readers,
        took,
        most,
        after,
        median(times),
        percentile(times, 0.95),
        max(times),
        len(times),
    )


async def _watched(dashboard: Server, memory: list[float], over: asyncio.Event) -> None:
    while not over.is_set():
        with contextlib.suppress(psutil.NoSuchProcess):
            memory.append(dashboard.family_memory())
        await asyncio.sleep(0.1)


async def _clicked(reader: Session, times: list[float], over: asyncio.Event) -> None:
    chance = random.Random(1)
    while not over.is_set():
        key = chance.choice([f"bar_{name}" for name in ("year", "indicator")])
        times.append(await reader.choose(key, chance.choice(reader.options(key))))
        await asyncio.sleep(PAUSE)
