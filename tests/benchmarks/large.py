"""Time a region of 40,000 schools: its directory, the search over it, 1,600 cards as one ZIP."""

import asyncio
import itertools
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.school import paper
from components.school.choice import SchoolView
from components.shell import school_index, school_search
from queries.directory import SORTABLE
from tests.benchmarks import large_region
from tests.benchmarks.runs import NEW_BAR, WARM_BAR, Reader, show_runs
from tests.benchmarks.serving import Server, bare, product
from tests.benchmarks.session import Session
from tests.benchmarks.table import median, percentile, show

ROUNDS = 15
SEARCH_BAR, CARDS_BAR, HUNDRED = 50, 90, 100
TYPED = ("351", "№ 351", "ивановка", "лицей 12 красный", "60-01234", "школа", "озерное 7", "нет")
VIEW = SchoolView(large_region.REGION, large_region.YEARS[-1], large_region.YEARS[0])


def run(_: Path) -> None:
    """Publish the region, then time each of the three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        version = large_region.published(folder)
        os.environ["MONITOR_STORE"] = name  # links of schools ask which version is current
        _show_directory(folder)
        with one_version(version), reading_as(Right(writes=True)), seeing("all"):
            _show_search()
            _show_cards()


def _show_directory(folder: Path) -> None:
    with product(folder) as dashboard, bare("empty") as empty:
        readers = asyncio.run(_asked(dashboard, empty))
    show_runs(
        f"20. The directory of {large_region.SCHOOLS:,} schools",
        readers,
        f"Bars, over an empty page: ≤ {WARM_BAR} ms with cached data, ≤ {NEW_BAR} ms a new view.",
    )


async def _asked(dashboard: Server, empty: Server) -> list[Reader]:
    async with Session(dashboard) as first, Session(dashboard) as other, Session(empty) as bare:
        alone = Reader("empty page", bare, empty, itertools.repeat(""))
        cached = Reader("directory, cached", first, dashboard, itertools.repeat("language=ru"))
        new = Reader("directory, new view", other, dashboard, _new_links())
        for reader, page in ((alone, ""), (cached, "schools"), (new, "schools")):
            await reader.session.open(page, "language=ru" if page else "")
        for _ in range(ROUNDS):
            for each in (alone, cached, new):
                await each.ask()
    return [alone, cached, new]


def _new_links() -> Iterator[str]:
    """Give views of the whole region that nobody asked for: filters, order and page all differ."""
    fields = {
        "year": large_region.YEARS,
        "locality": ("any", "urban", "rural"),
        "sorted_by": [f"{sign}{column}" for sign in ("", "-") for column in SORTABLE],
        "sheet": (1, 2, 100),
    }
    views = [dict(zip(fields, each, strict=True)) for each in itertools.product(*fields.values())]
    random.Random(1).shuffle(views)
    return (f"language=ru&{urlencode(view)}" for view in views)


def _show_search() -> None:
    words = Words("ru")
    school_index.index()
    typed = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    times = []
    for text in typed:
        start = time.process_time()
        school_search.found(text, VIEW, words)
        times.append(1000 * (time.process_time() - start))
    show(
        f"21. The search over {large_region.SCHOOLS:,} schools, a keystroke each",
        ("processor", "median ms", "p95", "at most", "n"),
        [("of what is typed", median(times), percentile(times, 0.95), max(times), len(times))],
        f"Bar: ≤ {SEARCH_BAR} ms of processor.",
    )


def _show_cards() -> None:
    schools = paper.listed(VIEW)
    rows = []
    for many in (HUNDRED, len(schools)):
        began, used = time.perf_counter(), time.process_time()
        content = paper.zipped(VIEW, schools[:many], ("", "benchmark"), lambda _: None)
        spent = time.perf_counter() - began
        rows.append((str(many), spent, time.process_time() - used, len(content) / 2**20))
    show(
        "22. Cards of schools as one ZIP, each one page of PDF",
        ("cards", "seconds", "processor s", "MB"),
        rows,
        f"Bars on 2 cores: 100 in ≤ 8 s, 1,600 in ≤ {CARDS_BAR} s. All parts, as an editor sees.",
    )
