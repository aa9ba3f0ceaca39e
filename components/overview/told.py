"""Say what the summary says as slides: who needs help, who has a mentor, what to look at first."""

from functools import partial

import pandas as pd

from components.base.choices import target
from components.base.i18n import Words
from components.base.labels import label
from components.base.load import keep, load
from components.downloads import FileColumn
from components.overview import attention, sentences, years
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries import overview
from queries.view import View

CODES = ("IND-19", "IND-13", "IND-03")
"""The counts that stand by year, in their order."""


def offered_years(page: Page[View]) -> Offer:
    """Give the counts by year as they leave: one row per count and year."""
    made = partial(_by_year, page.view)
    return Offer(
        "overview", page.words("overview.by_year"), len(made()), made, _columns(page.words)
    )


def _by_year(view: View) -> pd.DataFrame:
    words, found = Words(view.language), load(overview.totals, view)
    found = found[found["indicator"].isin(CODES)].reset_index(drop=True)
    return found.assign(indicator_name=[label("indicator", c, words) for c in found["indicator"]])


def _columns(words: Words) -> tuple[FileColumn, ...]:
    kinds = {"indicator": "text", "indicator_name": "text"}
    names = ("indicator", "indicator_name", "year", "numerator", "denominator", "municipalities")
    return tuple(
        FileColumn(name, words(f"column.{name}"), kinds.get(name, "integer"))  # type: ignore[arg-type]
        for name in names
    )


def need(page: Page[View]) -> Told:
    """Say how many schools need help, beside the counts of all years."""
    card = sentences.in_need(
        _now(page, "IND-19"), _before(page, "IND-19"), page.view.year, page.words
    )
    return _years(page, card, "IND-19")


def mentored(page: Page[View]) -> Told:
    """Say how the counts of the first and the last year stand; of one year, its own count."""
    words, view = page.words, page.view
    card = sentences.mentored(
        _now(page, "IND-03"),
        _before(page, "IND-03"),
        _now(page, "IND-19"),
        target("IND-03", view.region),
        view.year,
        words,
    )
    told = _years(page, card, "IND-03")
    said = sentences.mentored_by_year(load(overview.totals, view), words)
    return Told(said or told.finding, told.detail, told.figure, told.alt, told.native, cards=CODES)


def _years(page: Page[View], card: sentences.Card, code: str) -> Told:
    return Told(
        f"{card.number} {card.counted}",
        " · ".join(part for part in (card.beside, card.note) if part),
        partial(keep, years.spec, page.view, CODES, "light"),
        page.words("overview.by_year"),
        partial(_bars, code, label("indicator", code, page.words)),
        cards=(code,),
    )


def _bars(code: str, name: str, rows: pd.DataFrame) -> natives.Native | None:
    """Draw one count by year."""
    return natives.columns("bars", "year", {"numerator": name})(rows[rows["indicator"].eq(code)])


def first(page: Page[View], found: pd.DataFrame) -> Told:
    """Say which municipality waits for most, of all that have a reason to act."""
    words = page.words
    named = {key: words(f"column.{key}") for key in ("no_mentor", "overdue")}
    reason = attention.reason(found.iloc[0].to_dict(), words).rstrip(" →\N{NO-BREAK SPACE}")
    return Told(
        reason,
        words("attention.title"),
        native=natives.columns("bars", "name", named),
        cards=("IND-03", "IND-13"),
    )


def _now(page: Page[View], code: str) -> pd.Series | None:
    return _of(page.view, code, page.view.year)


def _before(page: Page[View], code: str) -> pd.Series | None:
    return _of(page.view, code, page.view.year - 1)


def _of(view: View, code: str, year: int) -> pd.Series | None:
    """Give one count of one year; None where it is not known."""
    totals = load(overview.totals, view)
    here = totals[totals["indicator"].eq(code) & totals["year"].eq(year)]
    return None if here.empty else here.iloc[0]
