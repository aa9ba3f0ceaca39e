"""Say what each table of the page says as a slide, and give its rows as they leave."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd

from components.base.load import keep
from components.risks import answers, figures, offer, sentences
from components.risks.choice import RisksView, rows_key
from components.risks.numbers import factor_names, numbers
from components.shell import offering, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import natives
from components.slides.told import Told
from queries.methods.risk_profiles import LEVELS

ANSWERED = ("helped", "missing")
"""Of the schools with a factor: columns that an office program draws."""

FILTERS = ("region", "municipality", "year", "on", "cohort", "schools")
Make = Callable[[RisksView], pd.DataFrame]


def offered(
    page: Page[RisksView], name: str, make: Make, columns: tables.Columns, count: int
) -> Offer:
    """Give the rows of a table as they leave; its title has `count`, the rows of all readers."""
    words, view = page.words, rows_key(page.view)
    made = partial(keep, make, view)
    title = words(f"risks.table_{name}", n=count)
    files = tables.file_columns(columns, words, "risks")
    chosen = partial(offering.named, view, offer.possible, offer.OWN)
    return Offer(f"risks_{name}", title, len(made()), made, files, chosen, FILTERS)


def told(page: Page[RisksView], name: str, title: str) -> Told:
    """Give what a slide of a table says: the page's sentence, or what nobody answers."""
    words, view = page.words, page.view
    n, names = numbers(view), factor_names(view.language)
    finding = sentences.finding(n, names, view, words)
    if name == "answers":
        gap = sentences.gap(answers.answers(view), names, words)
        return _drawn(page, name, gap, title, figures.answers_spec, ANSWERED)
    if name == "factors":
        detail = sentences.changes(n, view, words)
        return _drawn(page, name, finding, detail, figures.factors_spec, LEVELS)
    return Told(finding, title)


def _drawn(
    page: Page[RisksView],
    name: str,
    finding: str,
    detail: str,
    make: Callable[..., dict[str, Any]],
    states: Sequence[str],
) -> Told:
    """Add the figure, and the same numbers for an office program to draw."""
    words, alt = page.words, page.words(f"risks.alt_{name}")
    named = {state: tables.title(state, words, "risks") for state in states}
    drawn = partial(keep, make, rows_key(page.view), "light")
    native = natives.columns("bars", "factor", named, words("slides.schools"))
    return Told(finding, detail, drawn, alt, native)
