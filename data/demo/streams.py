"""Give each part of the set its own stream of random numbers.

A part that draws more or fewer numbers than before must not reshuffle the others, so each part
has a child of the seed. The key of a child is its place in NAMES followed by the numbers that
tell its copies apart (region, year), which is what `SeedSequence.spawn` of `spawn` would give.
"""

from dataclasses import dataclass

from numpy.random import PCG64, Generator, SeedSequence

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


@dataclass(frozen=True)
class Streams:
    """All streams of one seed."""

    seed: int

    def of(self, name: str, *numbers: int) -> Generator:
        """Open the stream of a part from its beginning."""
        key = (NAMES.index(name), *numbers)
        return Generator(PCG64(SeedSequence(self.seed, spawn_key=key)))
