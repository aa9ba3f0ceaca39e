"""Draw what would change if mentors came, left or took more schools: arithmetic, no forecast."""

from functools import partial

import pandas as pd
import streamlit as st

from components.base.choices import setting
from components.base.i18n import Words
from components.base.labels import labels
from components.base.load import keep
from components.base.markdown import strong
from components.mentoring import cases, network_part, offer, sentences
from components.mentoring.choice import MORE, MentoringView
from components.mentoring.listing import FILTERS
from components.mentoring.numbers import Numbers, numbers, paced
from components.mentoring.told import told
from components.shell import tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from queries.methods.what_if import Outcome
from queries.view import ALL, value

MENTORS = 116
"""Of the table of mentors, px at most."""
COLUMNS = (
    ("case", "text"),
    ("covered", "text"),
    ("left", "integer"),
    ("free", "integer"),
    ("reachable", "text"),
    ("arrival", "text"),
)


def draw(page: Page[MentoringView]) -> None:
    """Draw the three suppositions and the two outcomes, now and then, side by side."""
    words, view = page.words, page.view
    st.caption(words("mentoring.what_if_help", n=int(setting("mentor_places", view.region))))
    columns = st.columns([1, 1, 1.4], gap="medium")
    for column, field, values in zip(
        columns, ("more_mentors", "more_places"), (MORE, cases.PLACES), strict=False
    ):
        with column:
            chosen = value(view, field)
            view_bar.scale(view, page.choices, words, field, values, min(chosen, values[-1]))
    with columns[-1]:
        view_bar.draw_one(view, page.choices, words, "mentor", partial(_leaving, words=words))
    n, found = numbers(view), cases.outcomes(view)
    st.markdown(strong(sentences.supposed(*found, words)))
    named = [words(f"mentoring.case_{name}") for name in cases.NAMES]
    rows = [_case(name, n, each, page) for name, each in zip(named, found, strict=True)]
    _files(page, rows)
    _picture(page)
    st.html(tables.html(pd.DataFrame(rows), COLUMNS, page.view, "mentoring"))
    network_part.draw_mentors(page, MENTORS)


def _files(page: Page[MentoringView], rows: list[dict[str, object]]) -> None:
    """Offer both cases as they stand."""
    title, made = page.words("mentoring.cases_alt"), partial(pd.DataFrame, rows)
    columns = tables.file_columns(COLUMNS, page.words, "mentoring")
    offered = Offer("mentoring_cases", title, len(rows), made, columns, filters=FILTERS)
    with page.tools:
        menu.draw(page, offered, told(page, "cases", title))


def _picture(page: Page[MentoringView]) -> None:
    """Draw both cases school by school."""
    words = page.words
    spec = keep(cases.spec, cases.cases_key(page.view), page.theme)
    alt = words("mentoring.cases_alt")
    st.vega_lite_chart(spec=spec, theme=None, key="cases", alt=alt, width="content")
    st.caption(words("mentoring.cases_legend"))


def _leaving(view: MentoringView, words: Words) -> dict[str, view_bar.Values]:
    """Offer the mentors that could leave, nobody first."""
    named = labels("mentor", tuple(offer.possible(view)["mentor"]), words)
    return {"mentor": named | {ALL: words("mentoring.nobody_leaves")}}


def _case(name: str, n: Numbers, found: Outcome, page: Page[MentoringView]) -> dict[str, object]:
    words, of = page.words, page.words.number(n.listed)
    return {
        "case": name,
        "covered": words("cell.of", part=words.number(found.covered), total=of),
        "left": found.left,
        "free": found.free,
        "reachable": words("cell.of", part=words.number(found.reachable), total=of),
        "arrival": _arrival(n, found, page),
    }


def _arrival(n: Numbers, found: Outcome, page: Page[MentoringView]) -> str:
    """Name the month that the recent pace leads to, if there are places enough for it."""
    words = page.words
    if found.left == 0:
        return words("mentoring.arrived")
    if found.short:
        return words("mentoring.places_missing", n=found.short)
    there = paced(n.monthly, found.covered, n.listed, n.day, page.view.region)
    return words.month(there.expected) if there and there.expected else words("mentoring.unknown")
