"""Ask why a number changed: which indicator, where, in which year, between which versions."""

import streamlit as st

from components.base.choices import names
from components.base.labels import label
from components.shell.page import Page
from components.versions import why
from data.intake.publishing.history import Entry
from queries.view import View


def draw(page: Page[View], entries: list[Entry]) -> None:
    """Draw the five choices in one row, and the answer under them."""
    words = page.words
    sound = [entry for entry in entries if not entry.error]
    if len(sound) < 2:
        st.caption(words("versions.one_only"))
        return
    titles = {entry.version: entry.version.name for entry in sound}
    versions = list(titles)
    left, right, what, where, when = st.columns([2.2, 2.2, 2.4, 2.4, 1])
    newer = right.selectbox(
        words("versions.newer"), versions, format_func=titles.__getitem__, key="newer"
    )
    older = left.selectbox(
        words("versions.older"), versions, 1, format_func=titles.__getitem__, key="older"
    )
    known = names(words.language)
    named = known["municipality"].__getitem__
    indicator = what.selectbox(
        words("view.indicator"),
        list(known["indicator"]),
        format_func=known["indicator"].__getitem__,
        key=f"why_indicator_{words.language}",
    )
    inside = [
        code for code, region in page.choices.municipalities.items() if region == page.view.region
    ]
    place = where.selectbox(
        words("view.municipality"),
        inside,
        format_func=named,
        key="why_place",
    )
    years = list(reversed(page.choices.years.get(page.view.region, ())))
    year = when.selectbox(
        words("view.year"), years, format_func=lambda y: label("year", y, words), key="why_year"
    )
    why.draw(words, older, newer, indicator, place, year)
