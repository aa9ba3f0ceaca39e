"""Fifty readers at once on one server: how long a click takes, and what they cost in memory.

Each reader has a websocket of its own and clicks once in five seconds, at a moment of its own, on
a filter, a switch of the display, or another page. All of it stays on this machine.
"""

import asyncio
import contextlib
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.serving import Server, product
from tests.benchmarks.session import Session
from tests.benchmarks.table import median, percentile, show

READERS, EVERY, SECONDS = 50, 5.0, 60.0
BAR = 400
FILTERS = ("year", "municipality", "cohort", "schools", "indicator")
DISPLAY = "switch_display"


@dataclass
class Findings:
    """Milliseconds of the clicks, by what was clicked; megabytes of the server."""

    times: dict[str, list[float]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    busy: float = 0.0

    def all(self) -> list[float]:
        return [taken for times in self.times.values() for taken in times]


def run(folder: Path) -> None:
    """Let the readers in, let them click for a minute, and let them go."""
    with product(folder) as dashboard:
        found = asyncio.run(_crowd(dashboard))
    times = {"all clicks": found.all()} | found.times
    show(
        f"4. {READERS} readers, a click every {EVERY:.0f} s for {SECONDS:.0f} s",
        ("click", "median ms", "p95", "slowest", "n"),
        [
            (name, median(part), percentile(part, 0.95), max(part), len(part))
            for name, part in times.items()
        ],
        f"Bar: p95 ≤ {BAR} ms over all clicks. The server was busy {found.busy:.0%} of the time.",
        "Memory, MB: " + ", ".join(f"{name} {mb:.0f}" for name, mb in found.memory.items()),
    )


async def _crowd(dashboard: Server) -> Findings:
    found, chance = Findings(), random.Random(1)
    async with Session(dashboard) as first:
        for page in ("heatmap", ""):
            await first.open(page, "language=ru")
    found.memory["one reader"] = dashboard.memory()
    async with contextlib.AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Session(dashboard)) for _ in range(READERS)]
        for number, reader in enumerate(readers):
            await reader.open("heatmap" if number % 2 else "", "language=ru")
        found.memory["all opened"] = dashboard.memory()
        before, start = dashboard.cpu(), time.perf_counter()
        tasks = [_reader(each, random.Random(chance.random()), found) for each in readers]
        await asyncio.gather(*tasks)
        found.busy = (dashboard.cpu() - before) / (time.perf_counter() - start)
        found.memory["after the clicks"] = dashboard.memory()
    await asyncio.sleep(2)
    found.memory["all gone"] = dashboard.memory()
    return found


async def _reader(session: Session, chance: random.Random, found: Findings) -> None:
    """Click at a steady pace from a moment of one's own until the minute is over."""
    clock = asyncio.get_running_loop().time
    end = clock() + SECONDS
    next_click = clock() + chance.uniform(0, EVERY)
    while next_click < end:
        await asyncio.sleep(next_click - clock())
        kind, taken = await _click(session, chance)
        # A late answer delays the next click: nobody clicks on a page that is not there yet.
        next_click = max(next_click + EVERY, clock())
        found.times.setdefault(kind, []).append(taken)


async def _click(session: Session, chance: random.Random) -> tuple[str, float]:
    die, on_heatmap = chance.random(), bool(session.options(DISPLAY))
    if die < 0.15:
        return "another page", await session.open("" if on_heatmap else "heatmap", session.link())
    if die < 0.30 and on_heatmap:
        display = chance.choice(session.options(DISPLAY))
        return "another display", await session.choose(DISPLAY, display)
    filters = [f"bar_{name}" for name in FILTERS if session.options(f"bar_{name}")]
    key = chance.choice(filters)
    return "a filter", await session.choose(key, chance.choice(session.options(key)))
