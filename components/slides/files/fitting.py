"""Fit tables into slides: widths of columns, lines of rows, and where a table is continued.

Nothing is left out: what does not fit goes on, by rows to the next slide, by columns too.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.slides import cell_texts
from components.slides.slide import Slide
from data.invisible_signs import shown

MOST_COLUMNS = 9
"""Columns side by side; those of a wider table go on further, each time after the first one."""

SPREAD, WIDEST = 3, 60
"""How a column widens with the root of its longest text, which is then about as high as broad, and
the part of the width that it takes at most, or it would leave words beside it no room."""

SIGNS = 100
"""Signs in a line of a slide or a sheet: words have theirs before long texts have more."""

LONGEST_WORD = 24
"""Longer ones are broken: one word of 235 letters must not take a whole table."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Columns that stand side by side: their headings, texts, parts of the width, alignment."""

    head: Row
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    numbers: tuple[bool, ...]


def tables(slide: Slide) -> list[Table]:
    """Part the columns of a slide's table; one table for most, none for a slide without columns."""
    head = tuple(shown(title) for title in cell_texts.headings(slide))
    rows = [tuple(shown(text) for text in row) for row in cell_texts.texts(slide)]
    numbers = tuple(cell_texts.is_number(column) for column in slide.columns)
    made = []
    for group in _groups(len(head)):
        own_head, own_rows = _of(head, group), tuple(_of(row, group) for row in rows)
        widths = _widths(own_head, own_rows)
        made.append(Table(own_head, own_rows, widths, tuple(numbers[at] for at in group)))
    return made


def lines(texts: Sequence[str], signs: Sequence[float]) -> int:
    """Count the lines of a row whose cells hold so many signs in a line, words kept whole."""
    return max(
        (sum(_wrapped(part, room) for part in text.split("\n")))
        for text, room in zip(texts, signs, strict=True)
    )


def pages(heights: Sequence[float], room: float) -> Iterator[tuple[int, int]]:
    """Give from which row to which each slide holds, at least one row a slide."""
    start, filled = 0, 0.0
    for at, height in enumerate(heights):
        if at > start and filled + height > room:
            yield start, at
            start, filled = at, 0.0
        filled += height
    if heights:
        yield start, len(heights)


def _wrapped(text: str, room: float) -> int:
    room, used, count = max(1, math.floor(room)), 0, 1
    for word in text.split(" "):
        signs = len(word) + sum(map(str.isupper, word)) // 2  # capitals are half as broad again
        if used + (used > 0) + signs <= room:
            used += (used > 0) + signs
            continue
        count += (used > 0) + max(signs - 1, 0) // room
        used = max(signs - 1, 0) % room + 1
    return count


def _groups(columns: int) -> list[tuple[int, ...]]:
    if columns <= MOST_COLUMNS:
        return [tuple(range(columns))] if columns else []
    step = MOST_COLUMNS - 1
    return [(0, *range(at, min(at + step, columns))) for at in range(1, columns, step)]


def _of(row: Row, group: tuple[int, ...]) -> Row:
    return tuple(row[at] for at in group)


def _widths(head: Row, rows: Sequence[Row]) -> tuple[int, ...]:
    """Give each column its part of the width: its longest word, then more for longer texts."""
    least, wished = [], []
    for at in range(len(head)):
        texts = [head[at], *(row[at] for row in rows)]
        word = max((len(word) for text in texts for word in text.split()), default=1)
        longest = max(len(text) for text in texts)
        least.append(min(word, LONGEST_WORD) + 2)
        broad = min(math.ceil(SPREAD * math.sqrt(longest)), longest + 2, WIDEST)
        wished.append(max(least[-1], broad))
    spare, more = max(SIGNS - sum(least), 0), sum(wished) - sum(least)
    share = min(spare / more, 1) if more else 0
    return tuple(a + round(share * (b - a)) for a, b in zip(least, wished, strict=True))
