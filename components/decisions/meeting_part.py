"""Draw the follow-up of a meeting: its counts, its decisions and what came of each."""

from functools import partial

import streamlit as st

from components.base.load import all_hidden, count_of_all, keep
from components.decisions import meeting_rows, offer
from components.decisions.choice import DecisionsView, in_language, meeting_key
from components.decisions.meeting import meeting
from components.shell import bringing, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told
from queries.view import ALL

LOOK = "wrapped"
CHOICE = 220
"""Width of the box of meetings, px."""


def finding(page: Page[DecisionsView]) -> str:
    """Say how many decisions of the meeting are done, or that there is no meeting."""
    words, view = page.words, page.view
    if view.meeting == ALL:
        return words("decisions.no_meeting_title")
    found = meeting(view)
    if not found.schools:
        return words("decisions.meeting_elsewhere")
    return meeting_rows.finding(found, words)


def draw(page: Page[DecisionsView]) -> None:
    """Draw the meeting that is chosen, or say that none is known up to the day."""
    words, view = page.words, page.view
    if view.meeting == ALL:
        st.write(words("decisions.no_meeting"))
        bringing.draw(page, "decisions")
        return
    found, key = meeting(view), in_language(meeting_key(view), view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="head_meeting"):
        with st.container(width=CHOICE):
            view_bar.draw_one(view, page.choices, words, "meeting", offer.possible)
        if found.schools:
            menu.draw(page, offered(page), told(page))
    if not found.schools:
        return
    st.markdown(meeting_rows.happened(found, words))
    if found.net is not None:
        st.markdown(meeting_rows.beyond_chance(found.net, words))
    if all_hidden(meeting_rows.rows, key):
        st.caption(words("rights.all_hidden"))
        return
    columns = meeting_rows.seen_of(meeting_rows.TABLE)
    st.html(keep(tables.of_view, meeting_rows.rows, columns, key, "decisions", LOOK))
    st.caption(words("decisions.meeting_help"))


def offered(page: Page[DecisionsView]) -> Offer:
    """Give the decisions of the meeting as they leave."""
    key, words = in_language(meeting_key(page.view), page.view), page.words
    made = partial(keep, meeting_rows.rows, key)
    count, day = count_of_all(keep, meeting_rows.rows, key), meeting(page.view).day
    title = words("decisions.table_meeting", n=count, day=words.short_day(day))
    columns = tables.file_columns(meeting_rows.seen_of(meeting_rows.FILE), words, "decisions")
    filters = ("region", "municipality", "year", "on")
    return Offer("decisions_meeting", title, len(made()), made, columns, filters=filters)


def told(page: Page[DecisionsView]) -> Told:
    """Say how many decisions are done, and what has happened to their schools since."""
    return Told(finding(page), meeting_rows.happened(meeting(page.view), page.words))
