"""Say what stands side by side as files and slides: a year's numbers, one over the years."""

from functools import partial

from components.base.choices import rules
from components.base.labels import label
from components.base.load import keep
from components.base.pins import Kind, named
from components.explore import side_figures, side_rows, side_sentences
from components.explore.choice import ExploreView
from components.explore.side import Side, side, side_key, years_key
from components.explore.side_figures import BLOCKS, Block
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told

FILTERS = ("region", "year", "cohort", "schools")
YEARS = ("region", "year", "first_year", "indicator", "cohort", "schools")
OWN = ("side", "base")


def kind(page: Page[ExploreView]) -> Kind:
    """Tell what stands side by side, once the page has narrowed its view."""
    return page.view.side or "place"


def found(page: Page[ExploreView]) -> Side:
    """Give the numbers of the page."""
    return side(page.view, kind(page), page.view.base)


def finding(page: Page[ExploreView]) -> str:
    """Say how many differences from the base are seen."""
    here = found(page)
    return side_sentences.finding(here.apart, named(here.base, page.words), page.words)


def detail(page: Page[ExploreView]) -> str:
    """Say how many of them chance alone would make."""
    confidence = rules(page.view.region).confidence
    return side_sentences.chance(found(page).apart, confidence, page.words)


def offered_compared(page: Page[ExploreView]) -> Offer:
    """Give the numbers of the year as they leave."""
    view, words = page.view, page.words
    made = partial(keep, side_rows.compared, side_key(view), kind(page), view.base)
    files = tables.file_columns(side_rows.FILE, words, "explore")
    title = words("side.table_compared", n=len(made()), year=view.year)
    return Offer("explore_side", title, len(made()), made, files, filters=FILTERS, own=OWN)


def compared(page: Page[ExploreView]) -> Told:
    """Say what differs in the year."""
    view, key = page.view, side_key(page.view)
    of = blocks(page)
    spec = (
        partial(keep, side_figures.indicators_spec, key, kind(page), view.base, of[0], "light")
        if of
        else None
    )
    return Told(
        finding(page),
        detail(page),
        spec,
        page.words("side.indicators_alt"),
        natives.split("bars", "title", "name", "share", natives.PERCENT),
        notes=(caption(page),),
    )


def blocks(page: Page[ExploreView]) -> tuple[Block, ...]:
    """Name the blocks of the figure that have anything to draw."""
    view, key = page.view, side_key(page.view)
    return tuple(
        block
        for block in BLOCKS
        if len(keep(side_figures.drawn_rows, key, kind(page), view.base, block))
    )


def caption(page: Page[ExploreView]) -> str:
    """Say how the figure is read, and of schools what is not said."""
    words = page.words
    said = words("side.caption", base=named(found(page).base, words))
    if kind(page) == "cohort":
        return f"{said} {words('side.cohorts_note')}"
    alone = kind(page) == "school" and found(page).apart["word"].eq("not_compared").all()
    return f"{said} {words('side.schools_note')}" if alone else said


def offered_years(page: Page[ExploreView]) -> Offer:
    """Give one indicator over the years as it leaves."""
    view, words = page.view, page.words
    made = partial(keep, side_rows.years, years_key(view), kind(page))
    files = tables.file_columns(side_rows.YEARS, words, "explore")
    what = label("indicator", view.indicator, words)
    title = words("side.table_years", n=len(made()), indicator=what)
    return Offer("explore_years", title, len(made()), made, files, filters=YEARS, own=("side",))


def years(page: Page[ExploreView]) -> Told:
    """Say how the indicator went."""
    view, words = page.view, page.words
    title = words("side.years_title", indicator=label("indicator", view.indicator, words))
    return Told(
        title,
        side_figures.explained(view, words),
        partial(keep, side_figures.years_spec, years_key(view), kind(page), "light"),
        words("side.years_alt"),
        natives.split("lines", "year", "name", "share", natives.PERCENT),
        cards=(view.indicator,),
    )
