"""Draw the plot for slides and pictures, which are made without a browser."""

from typing import Any

from components.base.i18n import Words
from components.base.room import LAPTOP
from components.base.room import figure as within
from components.base.theme import LIGHT, palette
from components.charts import legend_row, plot, sheet
from components.charts.legend_row import Item
from components.charts.plot import Drawing
from components.explore import axes, scatter_looks, scatter_sentences
from components.explore.choice import ExploreView
from components.explore.scatter import limits, scatter, trails
from queries.methods.quarters import LINE

WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 70, 14, 10, 46
LOOKS = {"yes": "main", "no": "same", "unknown": "hatch"}
SIGNS = {"yes": "diamond", "no": "dot", "unknown": "cross"}
STEPS = 5


def spec(view: ExploreView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw points, medians, quarters, line and trails as the page has them."""
    drawing, words, found = Drawing(), Words(view.language), scatter(view)
    width = within(WIDTH, room)
    spans = limits(view)
    across, up = (
        _place(spans["across"], LEFT, width - RIGHT),
        _place(spans["up"], HEIGHT - BOTTOM, TOP),
    )
    _axes(drawing, view, spans, (across, up), width, words)
    if found.quarters is not None:
        x, y = across(found.quarters.across), up(found.quarters.up)
        drawing.rule("axis", x, TOP, x, HEIGHT - BOTTOM)
        drawing.rule("axis", LEFT, y, width - RIGHT, y)
    _lines(drawing, view, (across, up))
    for key, part in scatter_looks.groups(found.points.rows, view):
        for row in part.to_dict("records"):
            place = {"x": across(row["across"]), "y": up(row["up"]), "oktmo": row["code"]}
            look = {"look": LOOKS[key[0]], "sign": "ring" if row["hollow"] else SIGNS[key[1]]}
            said = scatter_sentences.said_of(row, view, words).replace("\n", " · ")
            drawing.points.append(place | look | {"size": row["diameter"] ** 2, "tooltip": said})
    if found.quarters is not None:
        _corners(drawing, view, width, words)
    return sheet.packed(plot.finished(drawing, palette(theme), width, HEIGHT))


def explained(view: ExploreView) -> sheet.Spec:
    """Draw the plot with a legend of its colours and signs below it, for slides."""
    drawn, words = spec(view, "light"), Words(view.language)
    if not (view.by_colour or view.by_shape):
        return drawn
    plain, inks = ((LIGHT.background, LIGHT.background),), scatter_looks.colours(LIGHT)
    items = [
        Item(plain, scatter_looks.group_said(*key, view, words), SIGNS[key[1]], inks[key[0]])
        for key, _ in scatter_looks.groups(scatter(view).points.rows, view)
    ]
    return legend_row.below(drawn, items, LIGHT)


def _place(span: tuple[float, float], start: float, end: float) -> plot.Place:
    return lambda value: round(start + (value - span[0]) / (span[1] - span[0]) * (end - start), 1)


def _axes(
    drawing: Drawing,
    view: ExploreView,
    spans: dict[str, tuple[float, float]],
    places: tuple[plot.Place, plot.Place],
    width: int,
    words: Words,
) -> None:
    across, up = places
    for tick in _ticks(spans["across"]):
        drawing.rule("grid", across(tick), TOP, across(tick), HEIGHT - BOTTOM)
        said = scatter_sentences.value(tick, view.across, words)
        drawing.word(said, across(tick), HEIGHT - BOTTOM + 11, "center", "quiet")
    for tick in _ticks(spans["up"]):
        drawing.rule("grid", LEFT, up(tick), width - RIGHT, up(tick))
        said = scatter_sentences.value(tick, view.up, words)
        drawing.word(said, LEFT - 6, up(tick), "right", "quiet")
    middle = (LEFT + width - RIGHT) / 2
    drawing.word(axes.named(view.across, words), middle, HEIGHT - 8, "center", "text")
    upright = axes.named(view.up, words)
    drawing.word(upright, 10, (TOP + HEIGHT - BOTTOM) / 2, "center", "text", angle=-90)


def _ticks(span: tuple[float, float]) -> list[float]:
    return [tick for tick in plot.ticks(span[1], STEPS) if span[0] <= tick <= span[1]]


def _lines(drawing: Drawing, view: ExploreView, places: tuple[plot.Place, plot.Place]) -> None:
    """Draw trails, each of its own stretch between gaps, and the line."""
    across, up = places
    stretch, found = 0, trails(view)
    for row in found.to_dict("records"):
        if row["across"] != row["across"] or row["up"] != row["up"]:
            stretch += 1
            continue
        place = {"x": across(row["across"]), "y": up(row["up"]), "look": "other"}
        drawing.lines.append(place | {"series": f"{row['code']}.{stretch}"})
    straight = scatter(view).line
    if straight.verdict == LINE:
        for end in scatter(view).points.rows["across"].agg(["min", "max"]):
            y = up(straight.start + straight.slope * end)
            drawing.lines.append({"x": across(end), "y": y, "look": "reference", "series": "line"})


def _corners(drawing: Drawing, view: ExploreView, width: int, words: Words) -> None:
    said = scatter_sentences.corners(view, words)
    for name, text in said.items():
        right, above = name.startswith("right"), name.endswith("above")
        x, y = width - RIGHT - 4 if right else LEFT + 4, TOP + 10 if above else HEIGHT - BOTTOM - 26
        drawing.word(text, x, y, "right" if right else "left", "quiet")
