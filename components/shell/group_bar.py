"""Let the reader compare with a group of municipalities instead of the region, under a name."""

from dataclasses import replace

import streamlit as st

from components.base import group, picked
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.shell import view_bar
from queries.field_values import picked_of
from queries.view import ALL, Choices, View

PLACES, NAME = "group_places", "group_name"


def offer(view: View, choices: Choices, words: Words) -> None:
    """Offer to choose the group, beside what else is done with the whole page."""
    with st.popover(words("group.open"), key="group_open"):
        _form(view, choices, words)


def draw(view: View, choices: Choices, words: Words) -> None:
    """Say what is compared with instead of the region, with the way back; else nothing."""
    if not view.group:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="group_bar"):
        said = group.called(view, words), group.listed(view, words)
        st.caption(words.marked("group.here", name=said[0], places=said[1]))
        st.button(words("group.drop"), on_click=lambda: drop(view, choices), key="group_drop")


def drop(view: View, choices: Choices) -> None:
    """Compare with the region again."""
    view_bar.change(view, replace(view, group=ALL, group_name=ALL), choices)


def _form(view: View, choices: Choices, words: Words) -> None:
    """Ask for the municipalities and their name; nothing changes before the button."""
    inside = [
        code
        for code, region in choices.municipalities.items()
        if region == view.region and choices.stands(code, view.year)
    ]
    st.caption(words("group.help", least=words.number(group.LEAST)))
    # Keys hold the group that is open, so that another one starts from its own places.
    chosen = st.pills(
        words("group.places"),
        sorted(inside, key=lambda code: municipality_name(code, words)),
        selection_mode="multi",
        default=[code for code in view.group_places if code in inside],
        format_func=lambda code: municipality_name(code, words),
        key=f"{PLACES}_{view.region}_{view.group}",
    )
    name = st.text_input(
        words("group.name"),
        view.group_name,
        max_chars=picked.LONGEST_NAME,
        key=f"{NAME}_{view.region}_{view.group}",
    )
    asked = replace(view, group=picked_of(chosen), group_name=name.strip())
    st.button(
        words("group.take"),
        disabled=len(chosen) < group.LEAST,
        on_click=lambda: view_bar.change(view, asked, choices),
        key="group_take",
    )
