"""Who mentors whom between municipalities: a matrix of pairs, mentees by rows, mentors by columns.

Municipalities that are both stand first and in one order by rows and columns, so that pairs within
a municipality lie on the diagonal; below come those that are only helped, at the right those that
only help. The order within is by name, for a name must be found.
"""

import math
from collections.abc import Iterable

import pandas as pd

from components.base.theme import Palette
from components.charts import fitting, plot, sheet
from components.charts.plot import Drawing

CELL, LEAST, WIDEST = 20.0, 15.0, 28.0
NAME, HEAD, EDGE, GAP = 190.0, 172.0, 4.0, 8.0
"""Most room for a name beside a row and over a column, px; the edge of the sheet, and a gap."""
BOUNDS = (1, 2, 4, 8)
"""Most pairs in each class of the ramp but the last: classes that double, alike in every view."""

Names = dict[str, str]
Corner = tuple[float, float, float]
"""Left and top of the first cell and the side of a cell, px."""


def draw(
    rows: pd.DataFrame,
    palette: Palette,
    width: int | None = None,
    height: int | None = None,
    chosen: str = "",
    axes: tuple[str, str] = ("", ""),
) -> sheet.Spec:
    """Draw a cell for every two municipalities that have pairs, with their number in it.

    Rows, one per two municipalities: mentee_oktmo, mentee_name, mentor_oktmo, mentor_name, pairs
    (whole, at least 1), tooltip. Without a size cells are 20 px and the sheet as large as it needs;
    a sheet too small for cells of 15 px grows. A cell and a row's name choose the mentee's
    municipality, a column's name the mentor's. `axes`: what rows and what columns are, in words.
    """
    drawing = Drawing()
    mentees, mentors = order(rows)
    left = _room((*mentees.values(), *axes), NAME)
    top = _room(mentors.values(), HEAD)
    cell = _side(width, height, (left, top), (len(mentors), len(mentees)))
    corner = (left, top, cell)
    wide = math.ceil(max(width or 0, left + cell * len(mentors) + EDGE))
    tall = math.ceil(max(height or 0, top + cell * len(mentees) + EDGE))
    _grid(drawing, mentees, mentors, corner)
    _axes(drawing, axes, corner)
    _names(drawing, mentees, corner, chosen)
    _names(drawing, mentors, corner, chosen, upright=True)
    _cells(drawing, rows, list(mentees), list(mentors), corner)
    return plot.finished(drawing, palette, wide, tall)


def _room(names: Iterable[str], most: float) -> float:
    return math.ceil(min(max(map(plot.name_width, names), default=0.0) + 2 * GAP, most))


def _side(
    width: int | None, height: int | None, used: tuple[float, float], cells: tuple[int, int]
) -> float:
    """Give the side of a cell: 20 px, or what a given width or height leaves."""
    sides = [
        (given - taken - EDGE) / max(number, 1)
        for given, taken, number in zip((width, height), used, cells, strict=True)
        if given
    ]
    return max(min([*sides, WIDEST]), LEAST) if sides else CELL


def _grid(drawing: Drawing, mentees: Names, mentors: Names, corner: Corner) -> None:
    """Draw thin lines between cells, and a firm one where those with both roles end."""
    left, top, cell = corner
    both = len(mentees.keys() & mentors.keys())
    right, bottom = left + cell * len(mentors), top + cell * len(mentees)
    for i in range(len(mentees) + 1 if mentees else 0):
        y = round(top + i * cell, 1)
        drawing.rule("axis" if 0 < i == both < len(mentees) else "grid", left, y, right, y)
    for i in range(len(mentors) + 1 if mentors else 0):
        x = round(left + i * cell, 1)
        drawing.rule("axis" if 0 < i == both < len(mentors) else "grid", x, top, x, bottom)


def _axes(drawing: Drawing, axes: tuple[str, str], corner: Corner) -> None:
    """Say in the corner what rows and what columns are."""
    left, top, _ = corner
    for said, up in zip(axes, (10, 26), strict=True):
        if said:
            drawing.word(said, left - GAP + 2, top - up, "right", "quiet")


def _names(
    drawing: Drawing, names: Names, corner: Corner, chosen: str, upright: bool = False
) -> None:
    """Write names beside rows or upright over columns; an unseen box tells each uncut."""
    left, top, cell = corner
    room = (top if upright else left) - GAP - EDGE
    for i, (oktmo, name) in enumerate(names.items()):
        start = (left if upright else top) + i * cell
        span, middle = (start, start + cell), start + cell / 2
        sides = (*span, 0.0, top) if upright else (0.0, left, *span)
        box = dict(zip(("x", "x2", "y", "y2"), sides, strict=True))
        drawing.boxes.append({"look": "none"} | box | {"tooltip": name, "oktmo": oktmo})
        said, bold = plot.name_within(name, room), oktmo == chosen
        if upright:
            drawing.word(said, middle, top - GAP + 2, bold=bold, angle=-90)
        else:
            drawing.word(said, left - GAP + 2, middle, "right", bold=bold)


def _cells(
    drawing: Drawing, rows: pd.DataFrame, mentees: list[str], mentors: list[str], corner: Corner
) -> None:
    """Draw every cell that has pairs, and a frame round each municipality's own, if it has or not.

    Those with both roles come first on both sides, so their own cells are on the diagonal.
    """
    for row in rows.to_dict("records"):
        place = mentors.index(row["mentor_oktmo"]), mentees.index(row["mentee_oktmo"])
        _cell(drawing, row, place, corner)
    left, top, cell = corner
    for i in range(len(set(mentees) & set(mentors))):
        x, y = left + i * cell, top + i * cell
        for side in (0.0, cell):
            drawing.rule("quiet", x, y + side, x + cell, y + side)
            drawing.rule("quiet", x + side, y, x + side, y + cell)


def _cell(drawing: Drawing, row: dict, place: tuple[int, int], corner: Corner) -> None:
    (i, j), (left, top, cell), step = place, corner, shade(row["pairs"])
    x, y, inner = left + i * cell, top + j * cell, cell - 1.5
    sides = {"x": x + 1.5, "x2": x + inner, "y": y + 1.5, "y2": y + inner}
    box = {name: round(side, 1) for name, side in sides.items()} | {"look": f"ramp{step}"}
    drawing.boxes.append(box | {"tooltip": row["tooltip"], "oktmo": row["mentee_oktmo"]})
    text = str(row["pairs"])
    size = fitting.size_for(text, cell - 4, plot.SMALL, plot.SMALL)
    drawing.word(text, x + cell / 2, y + cell / 2 + 0.5, "center", f"ink{step}", size)


def order(rows: pd.DataFrame) -> tuple[Names, Names]:
    """Give codes and names of the mentees' and of the mentors' municipalities, in their order."""
    mentees: Names = dict(zip(rows["mentee_oktmo"], rows["mentee_name"], strict=True))
    mentors: Names = dict(zip(rows["mentor_oktmo"], rows["mentor_name"], strict=True))

    def ordered(names: Names, others: Names) -> Names:
        keys = sorted(names, key=lambda oktmo: (oktmo not in others, names[oktmo], oktmo))
        return {oktmo: names[oktmo] for oktmo in keys}

    return ordered(mentees, mentors), ordered(mentors, mentees)


def shade(pairs: int) -> int:
    """Give the class of a number of pairs, 0 to 4."""
    return sum(pairs > bound for bound in BOUNDS)
