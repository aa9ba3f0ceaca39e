"""Hold a part of a card: its title, one sentence, and a small table."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.base.i18n import Words

Line = tuple[str, ...]
MOST = 7
"""Rows of a table on one card; what is left out is told by its number."""


@dataclass(frozen=True)
class Section:
    """A part of a card: its title, one sentence, and a table where there is one."""

    title: str
    said: str
    head: Line = ()
    rows: tuple[Line, ...] = ()
    more: str = ""
    schools: tuple[str, ...] = ()
    """The codes of the schools that the rows begin with, where they do."""


def table(
    said: str,
    title: str,
    head: Line,
    rows: Sequence[Line],
    words: Words,
    schools: Sequence[str] = (),
) -> Section:
    """Cut a table to what a card has room for, and tell how many rows were left out."""
    left = len(rows) - MOST
    more = words("school.more", n=left) if left > 0 else ""
    return Section(
        title, said, head if rows else (), tuple(rows[:MOST]), more, tuple(schools[:MOST])
    )
