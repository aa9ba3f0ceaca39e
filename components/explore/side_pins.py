"""Let the reader take away and add what stands side by side, and choose the one to compare with."""

import streamlit as st

from components.base import pins
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import load
from components.base.pins import MOST, Kind, Pin, pinned, with_or_without
from components.explore import offer
from components.explore.choice import ExploreView
from components.explore.side_told import kind
from components.shell import view_bar
from components.shell.page import Page
from queries import school_card
from queries.view import region_key

ADDED = "side_added"


def draw(page: Page[ExploreView]) -> None:
    """Draw a button for each pin, the box of what can be added, and that of the base."""
    view, words = page.view, page.words
    here = pinned(view, kind(page))
    with st.container(horizontal=True, vertical_alignment="bottom", key="side_pins"):
        if len(here) > 1:
            with st.container(width=260):
                view_bar.draw_one(view, page.choices, words, "base", offer.possible)
        if len(here) < MOST:
            with st.container(width=300):
                _added(page)
        for pin in here:
            _button(page, pin)
    if len(here) == MOST:
        st.caption(words("side.full", n=MOST))


def _button(page: Page[ExploreView], pin: Pin) -> None:
    chosen = with_or_without(page.view, pin)
    st.button(
        page.words("side.drop", name=pins.named(pin, page.words)),
        key=f"side_drop_{pin}",
        on_click=lambda: view_bar.change(page.view, chosen, page.choices),
    )


def _added(page: Page[ExploreView]) -> None:
    """Offer what is not pinned yet; the box is empty again after each choice."""
    view, words, of = page.view, page.words, kind(page)
    known = _possible(page, of, words)
    offered = {code: name for code, name in known.items() if Pin(of, code) not in pinned(view)}
    key = f"{ADDED}_{of}_{len(pinned(view))}"

    def added() -> None:
        if code := st.session_state[key]:
            chosen = with_or_without(view, Pin(of, code))
            view_bar.change(view, chosen, page.choices)

    st.selectbox(
        words("side.add"),
        list(offered),
        index=None,
        key=key,
        format_func=offered.__getitem__,
        on_change=added,
        placeholder=words(f"view.side_{of}"),
    )


def _possible(page: Page[ExploreView], of: Kind, words: Words) -> dict[str, str]:
    """Name by code what can be put beside the others: of schools those that the reader sees."""
    view, choices = page.view, page.choices
    if of == "cohort":
        return {
            str(year): pins.named(Pin(of, str(year)), words)
            for year in choices.cohorts.get(view.region, ())
        }
    if of == "school":
        rows = load(school_card.named, region_key(view))
        return {row.school_id: f"{row.name} · {row.municipality}" for row in rows.itertuples()}
    inside = [
        code
        for code, region in choices.municipalities.items()
        if region == view.region and choices.stands(code, view.year)
    ]
    return {
        code: municipality_name(code, words)
        for code in sorted(inside, key=lambda code: municipality_name(code, words))
    }
