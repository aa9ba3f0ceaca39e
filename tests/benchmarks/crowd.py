"""Fifty readers at once on one server: how long a click takes, and what they cost in memory.

Each reader has a websocket of its own and clicks once in five seconds, at a moment of its own, on
a filter, a switch of the display, or another page. First all look where others have looked, by
years and indicators; then everywhere, where nearly every click is a view that nobody had yet.
All of it stays on this machine.
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

READERS, EVERY, SECONDS = 50, 5.0, 40.0
BAR = 400
USUAL = ("year", "indicator")
PHASES = {
    "usual views": USUAL,
    "any view": (*USUAL, "municipality", "cohort", "schools"),
}
DISPLAY = "switch_display"


@dataclass
class Findings:
    """Milliseconds of the clicks of each phase; megabytes of the server; how busy it was."""

    times: dict[str, list[float]] = field(default_factory=dict)
    busy: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)


def run(folder: Path) -> None:
    """Let the readers in, let them click, and let them go."""
    with product(folder) as dashboard:
        found = asyncio.run(_crowd(dashboard))
    show(
        f"4. {READERS} readers, a click every {EVERY:.0f} s, {SECONDS:.0f} s each",
        ("clicks among", "median ms", "p95", "slowest", "busy %", "n"),
        [
            (
                phase,
                median(times),
                percentile(times, 0.95),
                max(times),
                100 * found.busy[phase],
                len(times),
            )
            for phase, times in found.times.items()
        ],
        f"Bar: p95 ≤ {BAR} ms. Busy: the server's processor time; one process has one core.",
        "Memory, MB: " + ", ".join(f"{name} {mb:.0f}" for name, mb in found.memory.items()),
    )


async def _crowd(dashboard: Server) -> Findings:
    found, chance = Findings(), random.Random(1)
    async with contextlib.AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Session(dashboard)) for _ in range(READERS)]
        for number, reader in enumerate(readers):
            await reader.open("heatmap" if number % 2 else "", "language=ru")
            found.memory.setdefault("one reader", dashboard.memory())
        found.memory["all opened"] = dashboard.memory()
        for phase, filters in PHASES.items():
            times = found.times.setdefault(phase, [])
            before, start = dashboard.cpu(), time.perf_counter()
            chances = [random.Random(chance.random()) for _ in readers]
            await asyncio.gather(
                *(_reader(*pair, filters, times) for pair in zip(readers, chances, strict=True))
            )
            found.busy[phase] = (dashboard.cpu() - before) / (time.perf_counter() - start)
        found.memory["after the clicks"] = dashboard.memory()
    await asyncio.sleep(2)
    found.memory["all gone"] = dashboard.memory()
    return found


async def _reader(
    session: Session, chance: random.Random, filters: tuple[str, ...], times: list[float]
) -> None:
    """Click at a steady pace from a moment of one's own until the time is over."""
    clock = asyncio.get_running_loop().time
    end = clock() + SECONDS
    next_click = clock() + chance.uniform(0, EVERY)
    while next_click < end:
        await asyncio.sleep(next_click - clock())
        times.append(await _click(session, chance, filters))
        # A late answer delays the next click: nobody clicks on a page that is not there yet.
        next_click = max(next_click + EVERY, clock())


async def _click(session: Session, chance: random.Random, filters: tuple[str, ...]) -> float:
    die, on_heatmap = chance.random(), bool(session.options(DISPLAY))
    if die < 0.15:
        return await session.open("" if on_heatmap else "heatmap", session.link())
    if die < 0.30 and on_heatmap:
        return await session.choose(DISPLAY, chance.choice(session.options(DISPLAY)))
    key = chance.choice([f"bar_{name}" for name in filters if session.options(f"bar_{name}")])
    return await session.choose(key, chance.choice(session.options(key)))
