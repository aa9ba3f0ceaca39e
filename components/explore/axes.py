"""Know by which numbers points of each kind can be placed, sized, coloured and shaped."""

from components.base.choices import names
from components.base.i18n import Words
from components.base.load import keep
from components.downloads.columns import Kind
from components.explore.choice import ExploreView
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from queries.view import ALL, of

OF_SCHOOLS: dict[str, Kind] = {
    "own_vacant": "percent",
    "own_trained": "percent",
    "own_pupils": "integer",
    "own_distance": "decimal",
    "own_years": "integer",
    "own_mentors": "integer",
    "results_VPR": "percent",
    "results_OGE": "percent",
    "results_EGE": "percent",
}
"""Numbers of single schools with the kind of each; of results, in the internal view alone."""

FLAGS = ("own_rural", "own_listed")
"""What a school is or is not: for colours and shapes."""

FIRST = {"school": ("own_pupils", "own_vacant"), "place": ("IND-07-VPR", "IND-20")}
"""Numbers that a plot begins with."""


def numbers_of(view: ExploreView) -> tuple[str, ...]:
    """List the numbers that the points of a view may have, those to begin with first."""
    if view.dots == "school":
        return tuple(OF_SCHOOLS)
    found: tuple[str, ...] = keep(_indicators, of(HeatmapView, view))
    return found


def _indicators(view: HeatmapView) -> tuple[str, ...]:
    rows = heat(view).rows
    return tuple(rows.sort_values("position")["column"].unique())


def first_of(view: ExploreView, place: int) -> str:
    """Give the number that stands on an axis (0: across, 1: up) if nobody chose one."""
    known = numbers_of(view)
    wanted = FIRST.get(view.dots, FIRST["place"])[place]
    return wanted if wanted in known else (known[min(place, len(known) - 1)] if known else ALL)


def named(code: str, words: Words) -> str:
    """Name a number or a flag."""
    if code in OF_SCHOOLS or code in FLAGS:
        return words(f"scatter.{code}")
    return names(words.language)["indicator"][code]


def kind(code: str) -> Kind:
    """Tell how a number is written: percent, integer, decimal."""
    return OF_SCHOOLS.get(code, "percent")
