"""Who mentors whom, school by school: mentors at the left, mentees at the right, a line per pair.

Both sides are ordered so that few lines cross, by barycentres: K. Sugiyama, S. Tagawa, M. Toda,
"Methods for visual understanding of hierarchical system structures", IEEE Transactions on Systems,
Man, and Cybernetics 11 (1981), 109–125. Lines are solid where the pair counts and dashed where not,
purple where the mentor is of the same municipality and grey where it is of another.
"""

from statistics import fmean

import numpy as np
import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing

ROW, EDGE, GAP, SIDE = 24.0, 4.0, 8.0, 0.42
"""A row of the longer side and the empty edges, px; and the part of the width a side may take."""
BETWEEN = 64.0
"""Least width of the lines, px: where both sides leave it, neither is cut."""
STEPS = np.linspace(0.0, 1.0, 17)
PORT = 7.0
"""Between the ends of two lines at one mentee, px: each end tells its own pair."""
SWEEPS = 12
Heights = dict[str, float]


def draw(rows: pd.DataFrame, palette: Palette, width: int, height: int | None = None) -> sheet.Spec:
    """Draw the mentors and the mentees of some pairs, one row per pair.

    Rows: mentor_id, mentor (words), mentor_note, mentee_id, mentee (words), mentee_note, counts
    (whether the pair may be counted), own (whether both are of one municipality), tooltip. Without
    a height a school takes 24 px.
    """
    drawing = Drawing()
    mentors, mentees = ordered(rows["mentor_id"].tolist(), rows["mentee_id"].tolist())
    tall = height or int(ROW * max(len(mentors), len(mentees), 1))
    lefts, rights = _places(rows, mentors, mentees, tall)
    rooms = _rooms(rows, width)
    edges = (rooms[0], width - rooms[1])
    sides = (("mentor", lefts, 0.0, edges[0]), ("mentee", rights, edges[1], float(width)))
    for side, heights, left, right in sides:
        for row in rows.drop_duplicates(f"{side}_id").to_dict("records"):
            said, middle = (row[side], row[f"{side}_note"]), heights[row[f"{side}_id"]]
            _school(drawing, said, middle, left, right)
    ends = _ports(rows, lefts, rights)
    for i, (row, end) in enumerate(zip(rows.to_dict("records"), ends, strict=True)):
        start = (edges[0] + GAP, lefts[row["mentor_id"]])
        _pair(drawing, row, start, (edges[1] - GAP, end), str(i))
    return plot.finished(drawing, palette, width, tall)


def _rooms(rows: pd.DataFrame, width: int) -> tuple[float, float]:
    """Give the rooms of both sides: what they need, or what each has at most."""
    first, second = _needed(rows, "mentor"), _needed(rows, "mentee")
    most = width if first + second <= width - BETWEEN else width * SIDE
    return round(min(first, most), 1), round(min(second, most), 1)


def _needed(rows: pd.DataFrame, side: str) -> float:
    """Give the room a side needs for its longest name and note, px."""
    needed = [
        plot.name_width(name) + plot.name_width(note)
        for name, note in zip(rows[side], rows[f"{side}_note"], strict=True)
    ]
    return max(needed, default=0.0) + 2 * EDGE + 2 * GAP


def _school(
    drawing: Drawing, said: tuple[str, str], middle: float, left: float, right: float
) -> None:
    """Write a school at the left of its place and its note at the right; tell both uncut."""
    name, note = said
    room = right - left - 2 * EDGE - GAP - plot.name_width(note)
    drawing.word(plot.name_within(name, room), left + EDGE, middle)
    drawing.word(note, right - EDGE, middle, "right", "quiet")
    place = {"x": left, "x2": right, "y": round(middle - 10, 1), "y2": round(middle + 10, 1)}
    told = {"tooltip": "\n".join(filter(None, said)), "oktmo": ""}
    drawing.boxes.append({"look": "none"} | place | told)


def _ports(rows: pd.DataFrame, lefts: Heights, rights: Heights) -> list[float]:
    """Give where each pair's line ends: at its mentee, in the order in which the lines come."""
    placed = rows.assign(start=rows["mentor_id"].map(lefts).astype(float)).reset_index(drop=True)
    groups = placed.groupby("mentee_id", sort=False)["start"]
    rank, many = groups.rank("first") - 1, groups.transform("size")
    apart = np.minimum(PORT, (ROW - 4) / many)
    ends = placed["mentee_id"].map(rights).astype(float) + (rank - (many - 1) / 2) * apart
    return [round(float(end), 1) for end in ends]


def _pair(
    drawing: Drawing, row: dict, start: tuple[float, float], end: tuple[float, float], series: str
) -> None:
    """Draw a curve that leaves and arrives level, and a mark at the mentee that tells the pair."""
    look = "own" if row["own"] else "foreign"
    line = look if row["counts"] else f"{look}_not_counted"
    for u in STEPS:
        x = start[0] + (end[0] - start[0]) * u
        y = start[1] + (end[1] - start[1]) * u * u * (3 - 2 * u)
        place = {"x": round(float(x), 1), "y": round(float(y), 1)}
        drawing.lines.append(place | {"look": line, "series": series})
    mark = {"sign": "dot" if row["counts"] else "ring", "size": 44.0, "oktmo": ""}
    drawing.points.append(place | mark | {"look": look, "tooltip": row["tooltip"]})


def ordered(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Order both ends of lines by barycentres; the best of twelve sweeps, the first of equals.

    The heuristic does not promise the fewest crossings. Ends that are drawn alike keep the order
    in which they were given, so the same lines always give the same order.
    """
    sides = list(dict.fromkeys(left)), list(dict.fromkeys(right))
    best, fewest = sides, crossings(left, right, sides)
    for _ in range(SWEEPS):
        first = _by_barycentre(sides[0], left, right, sides[1])
        sides = first, _by_barycentre(sides[1], right, left, first)
        found = crossings(left, right, sides)
        if found < fewest:
            best, fewest = sides, found
    return best


def crossings(left: list[str], right: list[str], sides: tuple[list[str], list[str]]) -> int:
    """Count the pairs of lines that cross; those from one end to one end do not."""
    starts = np.array([sides[0].index(end) for end in left])
    ends = np.array([sides[1].index(end) for end in right])
    turned = np.subtract.outer(starts, starts) * np.subtract.outer(ends, ends) < 0
    return int(turned.sum()) // 2


def _places(
    rows: pd.DataFrame, mentors: list[str], mentees: list[str], tall: float
) -> tuple[Heights, Heights]:
    """Give the middle of each school, px: the longer side evenly, the other by its partners."""
    columns = "mentor_id", "mentee_id"
    if len(mentors) > len(mentees):
        even = _evenly(mentors, tall)
        return even, _beside(rows, columns, mentees, even, tall)
    even = _evenly(mentees, tall)
    return _beside(rows, columns[::-1], mentors, even, tall), even


def _by_barycentre(
    side: list[str], own: list[str], partners: list[str], other: list[str]
) -> list[str]:
    where = {end: i for i, end in enumerate(other)}
    met: dict[str, list[int]] = {end: [] for end in side}
    for end, partner in zip(own, partners, strict=True):
        met[end].append(where[partner])
    return sorted(side, key=lambda end: fmean(met[end]))


def _evenly(side: list[str], tall: float) -> Heights:
    return {end: round((i + 0.5) * tall / len(side), 1) for i, end in enumerate(side)}


def _beside(
    rows: pd.DataFrame, columns: tuple[str, str], side: list[str], even: Heights, tall: float
) -> Heights:
    """Put each school at the mean height of its partners, in the given order and apart."""
    partners, own = columns
    met = rows[partners].map(even).astype(float).groupby(rows[own])
    wanted = met.mean().reindex(side).to_numpy()
    steps = np.arange(len(side)) * min(ROW, tall / max(len(side), 1))
    half = steps[1:2].sum() / 2
    down = np.maximum.accumulate(np.maximum(wanted, half) - steps) + steps
    limit = tall - half - steps[::-1]
    return dict(zip(side, np.minimum(down, limit).round(1).tolist(), strict=True))
