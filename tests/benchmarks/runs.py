"""Time the server's part of a page: from the message that asks for a run to its last answer.

Each row is one reader on one page of one server; rows take turns, one run at a time, so the
processor time of the server is that of the run. A new view is one that nobody asked for before.
"""

import asyncio
import contextlib
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.benchmarks.serving import Server, bare, product
from tests.benchmarks.session import Session
from tests.benchmarks.table import median, percentile, show

ROUNDS = 15
WARM_BAR, NEW_BAR, DYNAMICS_BAR = 60, 150, 250
DISPLAYS = ("matrix", "map", "cells", "table")
PARTS = ("panel", "places", "schools", "funnel", "comparison", "table")
SALSK = "60650000"


@dataclass
class Reader:
    """One row of the table: a session, the links it asks for, and what they cost."""

    title: str
    session: Session
    server: Server
    links: Iterator[str]
    times: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    async def ask(self) -> None:
        link = next(self.links)
        before = self.server.cpu()
        taken = await self.session.go(link)
        self.processor.append(1000 * (self.server.cpu() - before))
        self.times.append(taken)
        if not self.session.drawn():
            raise RuntimeError(f"{self.title}: nothing was drawn for {link}")


def run(folder: Path) -> None:
    """Serve the dashboard and an empty page, and ask them in turn."""
    with product(folder) as dashboard, bare("empty") as empty:
        readers = asyncio.run(_asked(dashboard, empty))
    show_runs(
        "2. A run of a page on the server",
        readers,
        f"Bars, over an empty page: ≤ {WARM_BAR} ms with cached data, ≤ {NEW_BAR} ms a new view,",
        f"≤ {DYNAMICS_BAR} ms one of dynamics, which resamples schools a thousand times.",
    )


def show_runs(title: str, readers: list[Reader], *notes: str) -> None:
    """Print what runs cost, the first reader's being those of the empty page."""
    alone = median(readers[0].times)
    rows = [
        (
            reader.title,
            median(reader.times),
            min(reader.times),
            percentile(reader.times, 0.95),
            median(reader.times) - alone,
            sum(reader.processor) / len(reader.processor),
            reader.session.bytes / 1024,
            len(reader.times),
        )
        for reader in readers
    ]
    show(
        title,
        ("page", "median ms", "least", "p95", "over empty", "processor ms", "KB sent", "n"),
        rows,
        *notes,
        "Processor: mean time of the server's process, which waiting does not lengthen.",
    )


async def _asked(dashboard: Server, empty: Server) -> list[Reader]:
    async with contextlib.AsyncExitStack() as stack:

        async def reader(title: str, page: str, links: Iterator[str], server: Server) -> Reader:
            session = await stack.enter_async_context(Session(server))
            await session.open(page)
            return Reader(title, session, server, links)

        choices = await _choices(dashboard)
        new = {"": _new_links(choices, VIEWS), "dynamics": _new_links(choices, RATES)}
        readers = [await reader("empty page", "", itertools.repeat(""), empty)]
        for title, page, known in _pages():
            cached = await reader(f"{title}, cached", page, itertools.repeat(known), dashboard)
            await cached.session.go(known)
            links = _onwards(known, new.get(page, new[""]))
            readers += [cached, await reader(f"{title}, new view", page, links, dashboard)]
        for _ in range(ROUNDS):
            for each in readers:
                await each.ask()
    return readers


def _pages() -> Iterator[tuple[str, str, str]]:
    yield "overview", "", "language=ru"
    for display in DISPLAYS:
        yield f"heat map, {display}", "heatmap", f"language=ru&display={display}"
    for part in PARTS:
        link = f"language=ru&region=60&municipality={SALSK}&part={part}"
        yield f"dynamics, {part}", "dynamics", link


def _onwards(known: str, links: Iterator[str]) -> Iterator[str]:
    return (f"{known}&{link}" for link in links)


async def _choices(dashboard: Server) -> dict[str, list[str]]:
    """Read from the page itself which years and cohorts there are."""
    async with Session(dashboard) as session:
        await session.open("heatmap", "language=ru")
        found = {name: session.options(f"bar_{name}") for name in ("year", "cohort")}
    return {name: [text for text in texts if text.isdigit()] for name, texts in found.items()}


VIEWS = {
    "schools": ["all", "low_performing", "urban", "rural"],
    "indicator": ["IND-03", "IND-13", "IND-19"],
}
RATES = {
    "schools": ["all", "urban", "rural"],
    "indicator": ["IND-07-VPR", "IND-07-OGE", "IND-07-EGE"],
    "subject": ["all", "russian"],
}
"""What a page may be asked beside years and cohorts; the slowest of dynamics are pupils' shares."""


def _new_links(choices: dict[str, list[str]], more: dict[str, list[str]]) -> Iterator[str]:
    """Give links of views in a mixed order that is the same each time, none twice, none empty."""
    fields = {"year": choices["year"], "cohort": ["0", *choices["cohort"]]} | more
    views = [dict(zip(fields, view, strict=True)) for view in itertools.product(*fields.values())]
    views = [view for view in views if int(view["cohort"]) <= int(view["year"])]
    random.Random(1).shuffle(views)
    return map(urlencode, views)
