"""Write the cells of a slide's table as they are read, the same in every file and on the screen."""

from collections.abc import Callable
from datetime import date
from typing import Any

from components.base.i18n import Words
from components.slides.slide import Cell, Column, Kind, Slide

GAP = "\N{EM DASH}"
"""What is not known: never a zero, and never an empty cell that looks forgotten."""

MOST = {"percent": 1, "decimal": 3, "integer": 0}
"""Decimals that are shown at most; the file of the data keeps all of them."""


def headings(slide: Slide) -> tuple[str, ...]:
    """Give the columns' titles, with the unit of a per cent said where the title forgot it."""
    return tuple(
        f"{column.title}, %"
        if column.kind == "percent" and "%" not in column.title
        else column.title
        for column in slide.columns
    )


def texts(slide: Slide) -> list[tuple[str, ...]]:
    """Write every row; a column has as many decimals as its cells need, `MOST` at most."""
    words = Words(slide.language)
    writers = [_writer(column, _cells(slide, at), words) for at, column in enumerate(slide.columns)]
    return [
        tuple(
            GAP if missing(cell) else write(cell) for cell, write in zip(row, writers, strict=True)
        )
        for row in slide.rows
    ]


def missing(cell: Cell) -> bool:
    """Tell whether a cell is a gap; a number that is none (NaN) is one too."""
    return cell is None or cell != cell


def is_number(column: Column) -> bool:
    """Tell whether a column's cells stand at the right, under each other."""
    return column.kind in MOST


def _cells(slide: Slide, at: int) -> list[Cell]:
    return [row[at] for row in slide.rows if not missing(row[at])]


def _writer(column: Column, cells: list[Cell], words: Words) -> Callable[[Any], str]:
    if column.kind not in MOST:
        return _PLAIN[column.kind] if column.kind != "date" else _day(words)
    decimals = max((_decimals(float(cell or 0), column.kind) for cell in cells), default=0)
    # Adding zero turns the −0.0 of a small negative number into 0.0.
    return lambda cell: words.number(round(float(cell), decimals) + 0.0, decimals)


def _decimals(number: float, kind: Kind) -> int:
    most = MOST[kind]
    return next(n for n in range(most + 1) if n == most or round(number, n) == round(number, most))


def _day(words: Words) -> Callable[[Any], str]:
    return lambda cell: words.short_day(date.fromisoformat(cell))


_PLAIN: dict[Kind, Callable[[Any], str]] = {"text": str, "year": str}
