"""Say what the flow of statuses says as files and slides: its streams, the schools of one."""

from dataclasses import replace
from functools import partial

from components.base.load import count_of_all, keep
from components.base.records import records
from components.explore import flow_figures, flow_rows, flow_sentences
from components.explore.choice import ExploreView
from components.explore.flow import flow, flow_key
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.view import View

FILTERS = ("region", "municipality", "year", "first_year", "cohort", "schools")


def rows_key(view: View) -> View:
    """Keep what tables and figures depend on: the flow and the language."""
    return replace(flow_key(view), language=view.language)


def offered_streams(page: Page[ExploreView]) -> Offer:
    """Give the streams as they leave."""
    words, made = page.words, partial(keep, flow_rows.streams, rows_key(page.view))
    title = words("flow.table_streams", n=len(made()))
    files = tables.file_columns(flow_rows.STREAMS, words, "explore")
    return Offer("explore_flow", title, len(made()), made, files, filters=FILTERS)


def streams(page: Page[ExploreView]) -> Told:
    """Say what the flow shows, with its figure."""
    words, found = page.words, flow(page.view)
    key = rows_key(page.view)
    return Told(
        flow_sentences.finding(found, words),
        flow_sentences.detail(found, words),
        partial(keep, flow_figures.spec, key, page.view.stream, "light"),
        words("flow.alt"),
        natives.columns("bars", "stream_word", {"schools": words("explore.column_schools")}),
        cards=("IND-19",),
    )


def stream_title(page: Page[ExploreView]) -> str:
    """Name the chosen stream in full, with how many schools it has."""
    found = flow(page.view).streams
    row = records(found[found["stream"].eq(page.view.stream)])[0]
    said = flow_figures.stream_said(row, page.words)
    return page.words("flow.table_schools", n=row["schools"], stream=said.rpartition(" · ")[0])


def offered_schools(page: Page[ExploreView]) -> Offer:
    """Give the schools of the chosen stream as they leave."""
    words, key = page.words, rows_key(page.view)
    made = partial(keep, flow_rows.schools, key, page.view.stream)
    files = tables.file_columns(flow_rows.FILE, words, "explore")
    title, own = stream_title(page), ("stream",)
    return Offer("explore_stream", title, len(made()), made, files, filters=FILTERS, own=own)


def schools(page: Page[ExploreView]) -> Told:
    """Say whose names the chosen stream has."""
    return Told(stream_title(page), streams(page).finding, cards=("IND-19",))


def count(page: Page[ExploreView]) -> int:
    """Count the schools of the chosen stream, those that are not shown included."""
    return count_of_all(keep, flow_rows.schools, rows_key(page.view), page.view.stream)
