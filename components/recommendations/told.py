"""Say what each table of the page says as a slide: its finding, its figure, what may be drawn."""

from dataclasses import replace
from functools import partial

from components.base.load import keep
from components.recommendations import figures, sentences
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import chosen, everything, marked, places, returned
from components.recommendations.offer import possible
from components.shell import offering
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.view import ALL

OWN_FILTERS = ("event", "direction", "addressee", "lacks")
"""Filters that only this page can name; a direction is one within its event."""

MARKED = ("done", "ongoing", "planned", "unmarked")


def finding(page: Page[RecommendationsView]) -> str:
    """Say what the open part is about."""
    return of_part(page, page.view.desk)


def of_part(page: Page[RecommendationsView], part: str) -> str:
    """Say what a part of the page is about."""
    view, words, rows = page.view, page.words, chosen(page.view)
    if part == "returned":
        return sentences.returned(returned(view), everything(view), words)
    if part == "marks":
        counts = marked(view)
        shown = counts[counts["rec_id"].isin(rows["rec_id"])].reset_index(drop=True)
        return sentences.marks(shown, len(places(view)), words)
    return sentences.finding(rows, words)


def told(page: Page[RecommendationsView], table: str) -> Told:
    """Give what a slide of a table says."""
    own = tuple(field for field in OWN_FILTERS if field != "direction" or page.view.event != ALL)
    chosen = offering.named_where_chosen(page.view, possible, own)
    return replace(_told(page, table), chosen=chosen)


def _told(page: Page[RecommendationsView], table: str) -> Told:
    words, view = page.words, page.view
    if table == "returned":
        drawing, alt = figures.pairs_spec, words("view.desk_returned")
        return Told(of_part(page, table), "", partial(keep, drawing, view, "light"), alt)
    if table == "marks":
        named = {key: words(f"recommendations.column_{key}") for key in MARKED}
        return Told(
            of_part(page, table),
            "",
            partial(keep, figures.marks_spec, view, "light"),
            words("view.desk_marks"),
            natives.columns("bars", "rec_id", named),
        )
    if len(chosen(view)):
        drawing, alt = figures.board_spec, words("view.desk_board")
        return Told(of_part(page, table), "", partial(keep, drawing, view, "light"), alt)
    return Told(of_part(page, table))
