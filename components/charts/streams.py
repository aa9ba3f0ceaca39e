"""Draw how many stood in each state year by year, and the streams between the years.

Heights are to one scale. A stream has the look of the state that it leads to, and a number where
there is room for one; a click on it is told by its code.
"""

import pandas as pd

from components.base.theme import Palette
from components.charts import plot, sheet
from components.charts.plot import Drawing

HEAD, SIDE, BETWEEN, LEAST = 24, 6, 12, 15.0
"""Room for the years, at the sides, between states of a year; a number stands in a box as high."""

BOX, STEPS = 40.0, 20
"""Width of a state's box; points along each edge of a stream."""

SWATCH, LINE, APART = 14.0, 20, 20.0
"""Of the legend: a box, the height of a line, room between two states."""


Ends = tuple[float, float]
Looks = dict[str, tuple[str, str, str]]


def draw(
    standings: pd.DataFrame,
    streams: pd.DataFrame,
    looks: Looks,
    words: dict[str, str],
    chosen: str,
    palette: Palette,
    width: int,
    height: int,
) -> sheet.Spec:
    """Draw a column per year with its states in the order of `looks`, and the streams between.

    standings: year, state, schools, tooltip; streams: year, state, then, became, schools, stream
    (its code), tooltip. looks: by state the look of its box, of a word on it, of a stream that
    leads to it; a box is hatched whose word is quiet. `words` name the states in the legend, which
    stands below and is no part of `height`.
    """
    drawing = Drawing()
    years = sorted(standings["year"].unique())
    gap = (width - 2 * SIDE - BOX) / max(len(years) - 1, 1)
    across = {year: SIDE + place * gap for place, year in enumerate(years)}
    boxes = _boxes(standings, list(looks), height)
    for stream in _ends(streams, boxes, list(looks)):
        look = looks[stream["became"]][2]
        sides = (across[stream["year"]] + BOX, across[stream["then"]])
        _stream(drawing, stream, sides, look, stream["stream"] == chosen)
    for row in standings.to_dict("records"):
        _state(drawing, row, across[row["year"]], boxes[row["year"], row["state"]], looks)
    for year in years:
        drawing.word(str(year), across[year] + BOX / 2, HEAD / 2, "center", bold=True)
    there = [state for state in looks if state in set(standings["state"])]
    foot = _legend(drawing, {state: words[state] for state in there}, looks, width, height)
    return plot.finished(drawing, palette, width, foot, streams=True)


def _boxes(standings: pd.DataFrame, order: list[str], height: int) -> dict[tuple[int, str], Ends]:
    """Give the top and the bottom of each state's box; columns are as high, but for their gaps."""
    most = standings.groupby("year")["schools"].sum().max()
    states = standings.groupby("year")["state"].size().max()
    scale = (height - HEAD - SIDE - (states - 1) * BETWEEN) / max(most, 1)
    found = {}
    for year, rows in standings.groupby("year"):
        top, counts = float(HEAD), rows.set_index("state")["schools"]
        for state in (each for each in order if each in counts):
            found[int(str(year)), state] = (top, top + counts[state] * scale)
            top += counts[state] * scale + BETWEEN
    return found


def _ends(
    streams: pd.DataFrame, boxes: dict[tuple[int, str], Ends], order: list[str]
) -> list[dict]:
    """Give each stream its places in the boxes that it leaves and comes to, none over another."""
    place = {state: number for number, state in enumerate(order)}
    rows = sorted(
        streams.to_dict("records"),
        key=lambda row: (row["year"], place[row["state"]], place[row["became"]]),
    )
    left = {key: top for key, (top, _) in boxes.items()}
    come = dict(left)
    for row in rows:
        start, end = (row["year"], row["state"]), (row["then"], row["became"])
        of_year = sum(one["schools"] for one in rows if (one["year"], one["state"]) == start)
        top, bottom = boxes[start]
        tall = (bottom - top) * row["schools"] / of_year
        row["from"], row["to"] = (left[start], left[start] + tall), (come[end], come[end] + tall)
        left[start] += tall
        come[end] += tall
    return rows


def _stream(drawing: Drawing, row: dict, sides: Ends, look: str, chosen: bool) -> None:
    """Draw a stream with its number, if there is room for it, and its edges if it is chosen."""
    told = {"series": row["stream"], "tooltip": row["tooltip"], "oktmo": row["stream"]}
    (top, bottom), (to_top, to_bottom) = row["from"], row["to"]
    for step in range(STEPS + 1):
        part = step / STEPS
        eased = part * part * (3 - 2 * part)
        x = round(sides[0] + part * (sides[1] - sides[0]), 1)
        y, y2 = (round(a + eased * (b - a), 1) for a, b in ((top, to_top), (bottom, to_bottom)))
        drawing.areas.append({"look": look, "x": x, "y": y, "y2": max(y2, y + 1)} | told)
        if chosen:
            for edge, at in (("top", y), ("bottom", max(y2, y + 1))):
                place = {"look": "chosen", "x": x, "y": at, "series": f"{row['stream']}/{edge}"}
                drawing.lines.append(place)


def _state(drawing: Drawing, row: dict, left: float, ends: Ends, looks: Looks) -> None:
    look, ink, _ = looks[row["state"]]
    top, bottom = (round(end, 1) for end in ends)
    x, x2 = round(left, 1), round(left + BOX, 1)
    _box(drawing, (look, ink), (x, x2), (top, max(bottom, top + 1)), row["tooltip"])
    if bottom - top >= LEAST:
        middle = (x + x2) / 2, (top + bottom) / 2
        drawing.word(str(row["schools"]), *middle, "center", "text" if ink == "quiet" else ink)


def _box(drawing: Drawing, look: tuple[str, str], sides: Ends, ends: Ends, told: str) -> None:
    if look[1] == "quiet":
        drawing.hatch(*sides, *ends)
    place = {"x": sides[0], "x2": sides[1], "y": ends[0], "y2": ends[1]}
    drawing.boxes.append({"look": look[0], "tooltip": told, "oktmo": ""} | place)


def _legend(drawing: Drawing, words: dict[str, str], looks: Looks, width: int, height: int) -> int:
    """Name the states below the columns, in as many lines as they need; give where they end."""
    x, y = float(SIDE), height + LINE / 2
    for state, word in words.items():
        wide = SWATCH + 6 + plot.name_width(word)
        if x > SIDE and x + wide > width:
            x, y = float(SIDE), y + LINE
        ends = (y - SWATCH / 2, y + SWATCH / 2)
        _box(drawing, looks[state][:2], (x, x + SWATCH), ends, word)
        drawing.word(word, x + SWATCH + 6, y)
        x += wide + APART
    return int(y + LINE / 2)
