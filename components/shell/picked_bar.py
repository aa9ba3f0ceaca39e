"""Say on a page of schools that only picked ones are shown, or that they do not narrow the page."""

from dataclasses import replace

import streamlit as st

from components.base import picked
from components.base.i18n import Words
from components.shell import navigation, view_bar
from queries.links import write_link
from queries.view import ALL, Choices, View

DIRECTORY = "schools"
"""The page on which schools are picked."""


def draw(view: View, choices: Choices, words: Words, bar: tuple[str, ...]) -> None:
    """Draw the line with its ways out; nothing if no school is picked or the page is of none."""
    if not view.picked or not {"schools", "picked"} & set(bar):
        return
    said, link = picked.said(view, words), write_link(view, choices)
    with st.container(horizontal=True, vertical_alignment="center", key="picked_bar"):
        if "picked" in bar:
            st.caption(words.marked("picked.here", said=said))
        else:
            st.caption(words.marked("picked.not_here", said=said))
        st.button(words("picked.drop"), on_click=lambda: drop(view, choices), key="picked_drop")
        if navigation.has(DIRECTORY):
            st.page_link(f"pages/{DIRECTORY}.py", label=words("picked.change"), query_params=link)


def drop(view: View, choices: Choices) -> None:
    """Show every school again."""
    view_bar.change(view, replace(view, picked=ALL, picked_name=ALL), choices)
