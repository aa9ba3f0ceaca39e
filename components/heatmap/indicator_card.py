"""Show the card of an indicator: what it is, of what, from where, what it may not be used for."""

import streamlit as st

from components.base.choices import has_target, indicator, target
from components.base.documents import source
from components.base.markup import written
from components.shell.page import Page
from queries.view import View


def draw(page: Page[View]) -> None:
    """Draw the card of the view's indicator."""
    words, card = page.words, indicator(page.view.indicator)
    st.subheader(words.pick(card, "short"), anchor=False)
    lines = [
        (words("about.definition"), words.pick(card, "definition")),
        (words("about.source"), source(card["source"], words)),
        (words("about.basis"), words(f"basis.{_basis(card['basis'])}")),
        (words("about.not_for"), words.pick(card, "caveat")),
    ]
    if has_target(page.view.indicator, page.view.region):
        share, year = target(page.view.indicator, page.view.region)
        goal = words("card.target", target=words.percent(share, 0), year=year)
        lines.insert(1, (words("about.target"), goal))
    st.html(written("base/terms.html", terms=lines))


def _basis(text: str) -> str:
    """Sort the catalogue's remark into what the reader must know: stated, derived or proposed."""
    for word in ("derived", "stated"):
        if word in text:
            return word
    return "proposal"
