"""Tables of a presentation that its reader can edit, continued on as many slides as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from components.slides.files import fitting
from components.slides.files.fitting import Row, Table

SIZES = (16, 14, 12)
"""Type of a table in points: the largest in which its rows are on one slide, else the last."""

LEAST = 7
"""Where a single row is taller than a slide it stands alone, in smaller type down to this one."""

BROAD, TALL, ROOM = 0.58, 1.2, 0.12
"""Width of a sign and height of a line in parts of the type; room above and below, in inches."""

POINTS = 72


@dataclass(frozen=True)
class Part:
    """The rows of a table that stand on one slide, with its heading; inches, points."""

    lines: tuple[Row, ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]
    numbers: tuple[bool, ...]
    size: int


def parts(table: Table, width: float, room: float) -> list[Part]:
    """Part a table by what a slide of that room holds, in inches."""
    share = width / sum(table.widths)
    widths = tuple(part * share for part in table.widths)
    whole = (table.head, *table.rows)
    size = next((size for size in SIZES if _height(whole, widths, size) <= room), SIZES[-1])
    heights = [_tall(row, widths, size) for row in table.rows]
    made = []
    for start, end in fitting.pages(heights, room - _tall(table.head, widths, size)):
        lines, own = (table.head, *table.rows[start:end]), size
        while own > LEAST and _height(lines, widths, own) > room:
            own -= 1
        tall = tuple(_tall(line, widths, own) for line in lines)
        made.append(Part(lines, tall, widths, table.numbers, own))
    return made


def add(shapes: Any, part: Part, left: float, top: float) -> Any:
    """Write a part of a table on a slide, and give its frame."""
    size = (Inches(sum(part.widths)), Inches(sum(part.heights)))
    place = (Inches(left), Inches(top), *size)
    frame = shapes.add_table(len(part.lines), len(part.widths), *place)
    grid = frame.table
    for column, inches in zip(grid.columns, part.widths, strict=True):
        column.width = Inches(inches)
    for row, texts, inches in zip(grid.rows, part.lines, part.heights, strict=True):
        row.height = Inches(inches)
        for cell, text, number in zip(row.cells, texts, part.numbers, strict=True):
            _write(cell, text, number, part.size)
    return frame


def fit(text: str, width: float, height: float, sizes: Sequence[int]) -> int:
    """Give the largest type in which a text fits into a box in inches, the least otherwise."""
    fitting_sizes = (size for size in sizes if _tall((text,), (width,), size) - ROOM <= height)
    return next(fitting_sizes, sizes[-1])


def _write(cell: Any, text: str, number: bool, size: int) -> None:
    cell.text = text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(ROOM / 3)
    cell.margin_left = cell.margin_right = Inches(ROOM / 2)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size = Pt(size)
        paragraph.alignment = PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT


def _height(lines: Sequence[Row], widths: Sequence[float], size: int) -> float:
    return sum(_tall(row, widths, size) for row in lines)


def _tall(row: Row, widths: Sequence[float], size: int) -> float:
    """Give the height of a row in inches, by the width of a sign at most."""
    signs = [(width - ROOM) * POINTS / (size * BROAD) for width in widths]
    return fitting.lines(row, signs) * size * TALL / POINTS + ROOM
