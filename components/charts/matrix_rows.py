"""The rows of the heat map: each name, cell and title with its place in px and its words' size."""

from typing import Any

from components.charts import fitting
from components.charts.cells import SYMBOLS, look
from components.charts.sheet import Rows, tenths

NAME, GAP, SIGN, TITLE_LINE = 190, 2, 9, 14
"""Widths of a name, of the gap between cells and of a sign, and height of a title's line, px."""
BOLD = 1.1  # how much wider semi-bold letters run
NAMES = ("name_bold", "name")  # looks of a municipality's name: the chosen one's, the others'
_TITLE = ("oktmo", "x", "y", "text", "size", "tooltip")


def places(cells: Rows, field: str) -> dict[Any, int]:
    """Number the values of a field from 0, in their order: numbers may be left out, not places."""
    return {value: place for place, value in enumerate(sorted({cell[field] for cell in cells}))}


def names(cells: Rows, tops: dict[Any, int], chosen: str | None) -> Rows:
    """One row per municipality: the place of its name, which is clicked like a cell."""
    first: dict[str, dict[str, Any]] = {}
    for cell in cells:
        first.setdefault(cell["oktmo"], cell)
    return [
        {
            "oktmo": oktmo,
            "x": 0.0,
            "x2": float(NAME - GAP),
            "y": tops[cell["row"]],
            "look": NAMES[0 if oktmo == chosen or cell["row"] == -1 else 1],
            "text": fitting.cut(cell["name"], NAME - 8, 12.5),
            "tx": 4.0,
            "size": 12.5,
            "sign": "",
            "tooltip": cell["name"],
        }
        for oktmo, cell in first.items()
    ]


def boxes(cells: Rows, tops: dict[Any, int], width: int) -> Rows:
    """One row per cell: its box, its words and its sign, in px."""
    wide, place = _column_width(cells, width), places(cells, "column_row")
    words = [_words(cell, wide - GAP - 5) for cell in cells]
    ends = _ends(cells, words)
    drawn = []
    for cell, (text, size, sign) in zip(cells, words, strict=True):
        left = NAME + place[cell["column_row"]] * wide
        end = left + (wide + ends[cell["column_row"]] - SIGN - 4) / 2
        drawn.append(
            {
                "oktmo": cell["oktmo"],
                "x": tenths(left + GAP / 2),
                "x2": tenths(left + wide - GAP / 2),
                "y": tops[cell["row"]],
                "look": look(cell["style"], cell["shade"], cell["muted"]),
                "text": text,
                "tx": tenths(end if sign else left + wide / 2),
                "size": size,
                "sign": sign,
                "tooltip": cell["tooltip"],
            }
        )
    return drawn


def _words(cell: dict[str, Any], room: float) -> tuple[str, float, str]:
    """Fit the words of a cell into `room` px, beside its sign if it has one: text, size, sign."""
    sign = SYMBOLS.get(cell["symbol"], "")
    if sign:
        room -= SIGN + 4
    size = fitting.size_for(cell["text"], room)
    return fitting.cut(cell["text"], room, size), float(size), sign


def _ends(cells: Rows, words: list[tuple[str, float, str]]) -> dict[Any, float]:
    """Estimate how wide the widest words beside a sign are, by column: they all end level."""
    widest: dict[Any, float] = {}
    for cell, (text, size, sign) in zip(cells, words, strict=True):
        wide = len(text) * size * 0.47 if sign else 0.0
        widest[cell["column_row"]] = max(widest.get(cell["column_row"], 0.0), wide)
    return widest


def titles(region: Rows, width: int) -> Rows:
    """One row per line of a column's title; the last lines stand level, just above the cells."""
    wide = _column_width(region, width)
    columns = {cell["column_row"]: cell for cell in reversed(region)}
    heads = [columns[place] for place in sorted(columns)]
    texts = [cell["column_title"] for cell in heads]
    size = _title_size(texts, wide - 4)
    broken = [fitting.wrapped(title, wide - 4, size * BOLD) for title in texts]
    tallest = max(map(len, broken), default=0)
    lines = [
        (
            head["oktmo"],
            NAME + (i + 0.5) * wide,
            (tallest - len(lines) + n) * TITLE_LINE,
            line,
            size,
            title,
        )
        for i, (head, title, lines) in enumerate(zip(heads, texts, broken, strict=True))
        for n, line in enumerate(lines)
    ]
    return [dict(zip(_TITLE, line, strict=True)) for line in lines]


def _title_size(titles: list[str], room: float) -> float:
    """The largest size at which no title needs more than three lines, or the smallest."""
    sizes = (12.5, 12.0)
    lines = {
        size: max((len(fitting.wrapped(t, room, size * BOLD, 99)) for t in titles), default=0)
        for size in sizes
    }
    return next((size for size in sizes if lines[size] <= 3), sizes[-1])


def _column_width(cells: Rows, width: int) -> float:
    return (width - NAME) / max(len(places(cells, "column_row")), 1)
