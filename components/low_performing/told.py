"""Say what the page of the list says as slides: how lists differ, and who is on them."""

from functools import partial

from components.base.load import count_of_all, keep
from components.low_performing import figures, rows, sentences
from components.low_performing.choice import ListView, rows_key
from components.low_performing.numbers import numbers
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told

FILTERS = ("region", "municipality", "year", "cohort", "schools")
DRAWN = ("stayed", "returned", "entered", "left")


def finding(page: Page[ListView]) -> str:
    """Say how many are on the list, and what changed."""
    return sentences.finding(numbers(page.view), page.view, page.words)


def title(page: Page[ListView]) -> str:
    """Name the two lists that are compared; the first list known has none before it."""
    view, words, n = page.view, page.words, count(page)
    if not view.against:
        return words("low_performing.table_first", n=n, year=view.year)
    return words("low_performing.table_changes", n=n, year=view.year, against=view.against)


def count(page: Page[ListView]) -> int:
    """Count the schools on either list, those that the reader does not see included."""
    return count_of_all(keep, rows.changes, rows_key(page.view))


def offered_changes(page: Page[ListView], named: str) -> Offer:
    """Give the schools of both lists as they leave."""
    made = partial(keep, rows.changes, rows_key(page.view))
    files = tables.file_columns(rows.FILE, page.words, "low_performing")
    return Offer("low_performing", named, count(page), made, files, filters=FILTERS)


def changes(page: Page[ListView]) -> Told:
    """Say who is on either list."""
    return Told(finding(page), title(page), cards=("IND-19",))


def offered_flow(page: Page[ListView]) -> Offer:
    """Give the counts of every list as they leave."""
    made = partial(rows.flows, page.view)
    files = tables.file_columns(rows.FLOWS, page.words, "low_performing")
    named = page.words("low_performing.flow_alt")
    return Offer("low_performing_flow", named, len(made()), made, files, filters=FILTERS)


def flow(page: Page[ListView]) -> Told:
    """Say what changed, with the lists of all years."""
    words = page.words
    named = {key: words(f"low_performing.column_{key}") for key in DRAWN}
    return Told(
        finding(page),
        words("low_performing.flow_legend"),
        partial(keep, figures.spec, rows_key(page.view), "light"),
        words("low_performing.flow_alt"),
        natives.columns("bars", "year", named, words("slides.schools")),
        cards=("IND-19",),
    )
