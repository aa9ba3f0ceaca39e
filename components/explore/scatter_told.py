"""Say what the plot says as files and as a slide."""

from functools import partial

from components.base.load import keep
from components.explore import scatter_figures, scatter_rows, scatter_sentences
from components.explore.axes import OF_SCHOOLS
from components.explore.choice import ExploreView
from components.explore.scatter import asked_of
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides.told import Told

FILTERS = ("region", "municipality", "year", "cohort", "schools")
OWN = ("dots", "across", "up", "quarter")


def key(view: ExploreView) -> ExploreView:
    """Keep all of the plot: nothing of the other parts of the page."""
    other = ("stream", "side", "base", "pins", "group", "group_name", "picked_name", "tool")
    kept = {name: value for name, value in vars(view).items() if name not in other}
    return ExploreView(**kept)


def offered(page: Page[ExploreView]) -> Offer:
    """Give the chosen points as they leave, or every one."""
    made = partial(keep, scatter_rows.rows, key(page.view))
    count = len(made())
    title = scatter_sentences.chosen(page.view, count, page.words)
    files = scatter_rows.columns(page.view)
    return Offer("explore_points", title, count, made, files, filters=FILTERS, own=OWN)


def told(page: Page[ExploreView]) -> Told:
    """Say what the plot shows, with its picture: office programs have no plot with such signs."""
    view, words = page.view, page.words
    said = (scatter_sentences.detail(view, words), scatter_sentences.left(view, words))
    return Told(
        scatter_sentences.finding(view, words),
        " ".join(part for part in said if part),
        partial(keep, scatter_figures.explained, key(view)),
        words("scatter.alt"),
        cards=tuple(dict.fromkeys(c for c in asked_of(view).values() if c not in OF_SCHOOLS)),
    )
