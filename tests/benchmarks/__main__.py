"""Run the benchmarks: all of them, or those named, as in `python -m tests.benchmarks runs crowd`.

Nothing here asserts a time: a table is for a person to read, on a machine that does little else.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from data import first_start
from tests.benchmarks import (
    asking,
    chance,
    clicks,
    crowd,
    intake,
    large,
    luck,
    marks,
    proposal,
    recipes,
    runs,
    soak,
    trend,
    uploads,
)

TOPICS: dict[str, Callable[[Path], None]] = {
    "asking": asking.run,
    "intake": intake.run,
    "runs": runs.run,
    "clicks": clicks.run,
    "crowd": crowd.run,
    "chance": chance.run,
    "marks": marks.run,
    "trend": trend.run,
    "luck": luck.run,
    "proposal": proposal.run,
    "recipes": recipes.run,
    "uploads": uploads.run,
    "large": large.run,
    "soak": soak.run,
}
ONLY_NAMED = {"soak", "luck", "recipes"}
"""What takes an hour or, of luck and recipes, some ten minutes."""


def main(names: list[str]) -> None:
    """Build a store of the demonstration set in a folder of its own, and time what is named."""
    if unknown := set(names) - set(TOPICS):
        sys.exit(f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(TOPICS)}")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first_start.ensure(folder)
        for topic in names or [name for name in TOPICS if name not in ONLY_NAMED]:
            TOPICS[topic](folder)
            print(f"  Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
    print(f"\nTook {time.monotonic() - start:.0f} s.")


if __name__ == "__main__":
    main(sys.argv[1:])
