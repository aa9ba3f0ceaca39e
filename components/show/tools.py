"""Offer what may be done with a story that goes with the data: copy, freeze, remove."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.shell import access, view_bar
from components.shell.page import Page
from components.show import files, frozen_story, stories
from components.show.choice import ShowView
from components.show.doing import doing
from components.show.live import Sources
from components.show.stories import Listed, Made
from components.slides.story import Story
from queries.view import ALL

NAME = "name_of_copy"
SAID = "said_of_copy"
"""Where the session keeps what is to be said of the newest copy: a text and what fills it."""


def draw(
    page: Page[ShowView], sources: Sources, told: Listed, slides: Sequence[Made], story: Story
) -> None:
    """Draw a button for each thing that may be done."""
    with st.container(horizontal=True, key="story_tools"):
        if story.slides:
            files.draw(story, page.words)
        if slides:
            _copy(page, sources, told)
        if story.slides:
            _freeze(page, sources, story)
        if stories.is_own(told) and stories.may_change(told):
            gone = doing(partial(_forget, page, told))
            st.button(page.words("show.forget"), on_click=gone, key="forget_story")


def tell(page: Page[ShowView]) -> None:
    """Say of the copy that was just asked for why there is none, or what is not in it."""
    if said := st.session_state.pop(SAID, None):
        key, gaps = said
        st.warning(page.words(key, **gaps))


def _copy(page: Page[ShowView], sources: Sources, told: Listed) -> None:
    words = page.words
    with st.popover(words("show.copy"), key="copy"):
        st.caption(words("show.copy_help"))
        if access.refusal():
            st.caption(words("show.copy_of_session"))
        st.text_input(words("show.copy_name"), max_chars=80, key=NAME)
        taken = {each.name for each in stories.listed(page)}
        kept = doing(partial(_kept, page, sources, told, taken))
        st.button(words("show.copy_now"), on_click=kept, key="copy_now")


def _kept(page: Page[ShowView], sources: Sources, told: Listed, taken: Collection[str]) -> None:
    name = str(st.session_state.get(NAME, "")).strip()
    if not name or name in taken:
        st.session_state[SAID] = (
            ("show.name_taken", {"name": name}) if name else ("show.no_name", {})
        )
        return
    code, left_out = stories.copy(page, sources, told, name)
    if left_out:
        st.session_state[SAID] = "show.not_copied", {"n": left_out}
    _open(page, code)


def _freeze(page: Page[ShowView], sources: Sources, story: Story) -> None:
    words = page.words
    with st.popover(words("show.freeze"), key="freeze"):
        st.caption(words("show.freeze_help"))
        if access.refusal():
            st.caption(words("show.freeze_refused"))
            return
        frozen = doing(partial(_frozen, page, sources, story))
        st.button(words("show.freeze_now"), type="primary", on_click=frozen, key="freeze_now")


def _frozen(page: Page[ShowView], sources: Sources, story: Story) -> None:
    _open(page, frozen_story.freeze(page, sources, story, access.name()))


def _forget(page: Page[ShowView], told: Listed) -> None:
    stories.forget(told)
    _open(page, ALL)


def _open(page: Page[Any], code: str) -> None:
    view_bar.choose(page.view, page.choices, "story", code)
