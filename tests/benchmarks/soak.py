"""Twenty thousand runs in one server: whether its memory stays where it was after the first ones.

Readers come, change what is chosen on every page, and leave, each with a websocket of its own; a
new one takes the place of each that left. What is chosen is drawn from what the page offers, so
nearly every run is a view that nobody had yet. Runs longer than everything else here together, so
only where it is named: `python -m tests.benchmarks soak`.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.serving import Server, product
from tests.benchmarks.session import Session
from tests.benchmarks.table import show
from tests.menu import PAGES as MENU

READERS, RUNS, STAY = 8, 20_000, 40
"""How many read at once, all runs together, and runs after which a reader leaves."""
WARM, BAR = 2_000, 1.2
EVERY = 1_000
PAGES = ("", *MENU[1:])
"""By their paths: the first answers at the root."""
OTHER_PAGE = 0.2


@dataclass
class Soak:
    """Runs so far, those of each page, megabytes of the server at some of them, and who came."""

    chance: random.Random
    runs: int = 0
    readers: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    memory: dict[int, float] = field(default_factory=dict)

    def count(self, page: str, server: Server) -> None:
        """Count a run, and look at the memory after every thousandth."""
        self.runs += 1
        self.pages[page] += 1
        if self.runs % EVERY == 0:
            self.memory[self.runs] = server.memory()
            print(f"  {self.runs} runs: {self.memory[self.runs]:.0f} MB", flush=True)


def run(folder: Path) -> None:
    """Let readers come and go until all runs are done."""
    soak = Soak(random.Random(1))
    with product(folder) as server:
        asyncio.run(_all(soak, server))
    start = soak.memory[min(WARM, max(soak.memory))]
    show(
        f"12. {soak.runs} runs of changing views by {soak.readers} readers, {READERS} at once",
        ("after runs", "MB", f"to that after {WARM}"),
        list(_rows(soak, start)),
        f"Bar: at the end ≤ {BAR} times the memory after {WARM} runs.",
        "Pages: " + ", ".join(f"{page or MENU[0]} {n}" for page, n in soak.pages.most_common()),
    )


def _rows(soak: Soak, start: float) -> Iterator[tuple[str, float, float]]:
    for runs, megabytes in soak.memory.items():
        yield str(runs), megabytes, megabytes / start


async def _all(soak: Soak, server: Server) -> None:
    await asyncio.gather(*(_place(soak, server) for _ in range(READERS)))


async def _place(soak: Soak, server: Server) -> None:
    """Read in one place, one reader after another."""
    while soak.runs < RUNS:
        soak.readers += 1
        async with Session(server) as session:
            await _reader(soak, server, session)


async def _reader(soak: Soak, server: Server, session: Session) -> None:
    page = soak.chance.choice(PAGES)
    await session.open(page, f"region={soak.chance.choice(('60', '75', '65'))}")
    for _ in range(STAY):
        if not session.drawn():
            raise RuntimeError(f"{page or MENU[0]}: nothing was drawn for {session.link()}")
        soak.count(page, server)
        if soak.runs >= RUNS:
            return
        offered = session.offered()
        if not offered or soak.chance.random() < OTHER_PAGE:
            page = soak.chance.choice(PAGES)
            await session.open(page, session.link())
        else:
            key = soak.chance.choice(sorted(offered))
            await session.choose(key, soak.chance.choice(offered[key]))
