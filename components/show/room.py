"""Reckon what has room on a screen of 1280 × 720, where the smallest letters are read from afar."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.fitting import width_of

WIDTH, HEIGHT = 1200, 672
"""Of what a slide says, inside its margins, px; a larger screen shows the same, larger."""

FINDING, BODY, SMALL = 32, 24, 18
"""Sizes of letters, px: the finding, what is read, and what only has to be there."""

LINE = 1.25
GAPS = 36
"""Between finding, figure and foot in all, px."""

CELL = 24
"""Room beside the words of a cell, px."""

WIDEST = 460
"""Of a column of the table on a slide, px."""

WIDER = 1.12
"""How much wider than estimated letters may run."""


@dataclass(frozen=True)
class Part:
    """How much of a table is on a slide: its first columns and rows."""

    columns: int
    rows: int


def lines(text: str, size: float, width: float = WIDTH) -> int:
    """Count the lines that a text takes; none of it is cut."""
    return math.ceil(WIDER * width_of(text, size) / width) if text else 0


def left_for_figure(finding: str, detail: str, foot: str) -> float:
    """Give the height that a slide's words leave to its figure, px."""
    place = 110  # of «10 из 10» beside the foot
    words = FINDING * lines(finding, FINDING) + BODY * lines(detail, BODY)
    return HEIGHT - GAPS - LINE * (words + SMALL * lines(foot, SMALL, WIDTH - place))


def part(headings: Sequence[str], rows: Sequence[Sequence[str]], height: float) -> Part:
    """Choose how many first columns and rows of a table a slide has room for."""
    widths = _widths(headings, rows)
    columns = next(
        (count for count in range(len(widths), 1, -1) if sum(widths[:count]) <= WIDTH), 1
    )
    widths = widths[:columns]
    left = height - _tall(headings[:columns], widths)
    shown = 0
    for row in rows:
        left -= _tall(row[:columns], widths)
        if left < 0:
            break
        shown += 1
    return Part(columns, shown)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Give each column the room of its longest word, and of its texts up to WIDEST."""
    found = []
    for heading, *cells in zip(headings, *rows, strict=True):
        longest = max((width_of(cell, BODY) for cell in cells), default=0.0)
        word = max(
            width_of(each, BODY) for text in (heading, *cells) for each in text.split() or [""]
        )
        found.append(WIDER * max(min(longest, WIDEST), word) + CELL)
    return found


def _tall(cells: Sequence[str], widths: Sequence[float]) -> float:
    most = max(lines(cell, BODY, wide - CELL) for cell, wide in zip(cells, widths, strict=True))
    return BODY * LINE * max(most, 1) + 10
