"""Show the slides of a story one below the other, and let its reader order and comment them."""

import base64
import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.shell.page import Page
from components.show import screens, stories
from components.show.choice import ShowView
from components.show.doing import doing
from components.show.stories import CHOSEN, Listed, Made


def draw(page: Page[ShowView], told: Listed, slides: Sequence[Made]) -> None:
    """Draw each slide small, with what it says and, where it may be changed, how."""
    words, may_change = page.words, stories.may_change(told)
    if not may_change:
        st.caption(words("show.of_editors") if stories.is_own(told) else words("show.fixed"))
    for place, made in enumerate(slides):
        if not may_change:
            st.html(small(made, place, words))
            continue
        # The box below says the comment.
        st.html(small(made if told.code == CHOSEN else (made[0], ""), place, words))
        with st.container(horizontal=True, vertical_alignment="center", key=f"changes_{place}"):
            _changes(told, made, place, len(slides), words)


def small(made: Made, place: int, words: Words) -> Markup:
    """Draw a slide small: its figure, its finding, the comment, and the way to its page."""
    slide, comment = made
    figure = screens.figure(slide) if slide else None
    return written(
        "show/small.html",
        number=place + 1,
        finding=slide.finding if slide else words("show.says_nothing"),
        comment=comment,
        figure=_picture(figure.svg) if figure else "",
        without=words("show.table") if slide else "",
        link=slide.link if slide else "",
        open_live=words("show.open_live"),
    )


def _picture(svg: str) -> str:
    """Give a drawing as an address that carries it: as markup Streamlit would take it out."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _changes(told: Listed, made: Made, place: int, count: int, words: Words) -> None:
    key = f"{told.code}_{place}_{_state(told, made)}"
    if told.code != CHOSEN:
        _comment(told, made, place, key, words)
    for name, label, order in (
        ("up", words("show.up"), _swapped(count, place, place - 1)),
        ("down", words("show.down"), _swapped(count, place, place + 1)),
        ("remove", words("show.remove"), [each for each in range(count) if each != place]),
    ):
        st.button(
            label,
            key=f"{name}_{key}",
            on_click=doing(partial(stories.reorder, told, order)),
            disabled=not order and name != "remove",
        )


def _comment(told: Listed, made: Made, place: int, key: str, words: Words) -> None:
    name = f"comment_{key}"
    st.text_input(
        words("show.comment", n=place + 1),
        value=made[1],
        key=name,
        label_visibility="collapsed",
        placeholder=words("show.comment_hint"),
        max_chars=500,
        on_change=doing(lambda: stories.comment(told, place, st.session_state[name])),
    )


def _swapped(count: int, one: int, other: int) -> list[int]:
    """Give the places of slides with two of them changed; nothing where there is no other."""
    if not 0 <= other < count:
        return []
    order = list(range(count))
    order[one], order[other] = order[other], order[one]
    return order


def _state(told: Listed, made: Made) -> str:
    """Name a slide and its comment, so that boxes of another order are others."""
    slide, comment = made
    said = f"{slide.fingerprint if slide else told.name} {comment}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]
