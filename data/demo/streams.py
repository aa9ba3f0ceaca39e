"""Give each part of the set its own stream of random numbers.

A part that draws more or fewer numbers than before must not reshuffle the others, so each part
has a child of the seed. The key of a child is its place in NAMES followed by the numbers that
tell its copies apart (region, year), which is what `SeedSequence.spawn` of `spawn` would give.
A part called after its table needs no place: its key begins with a digest of the name.
"""

import hashlib
from dataclasses import dataclass

from numpy.random import PCG64, Generator, SeedSequence

from data.errors import MissingError
from data.schema import INTAKE_TABLES

NAMES = (
    "schools",
    "standing",
    "context",
    "results",
    "scores",
    "risks",
    "training",
    "reports",
    "mentors",
    "executions",
    "partners",
    "offers",
    "strengths",
    "mentoring_marks",
    "documents",
    "recommendation_marks",
    "doubts",
)
"""Append only: the place of a name is part of the key of its stream."""


class MissingStreamError(MissingError):
    """A stream that a part asks for and that has no name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"no stream {name!r}: call it after the table that a region brings, "
            "or append it to NAMES in data/demo/streams.py"
        )


@dataclass(frozen=True)
class Streams:
    """All streams of one seed."""

    seed: int

    def of(self, name: str, *numbers: int) -> Generator:
        """Open the stream of a part from its beginning; raises MissingStreamError."""
        key = (_number(name), *numbers)
        return Generator(PCG64(SeedSequence(self.seed, spawn_key=key)))


def _number(name: str) -> int:
    """Give the number that a stream's key begins with; a digest is far above every place."""
    if name in NAMES:
        return NAMES.index(name)
    if name not in (table.name for table in INTAKE_TABLES):
        raise MissingStreamError(name)
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) | 1 << 31
