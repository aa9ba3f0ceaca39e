"""Draw the card of a school on the screen, and the way to it where none is chosen."""

from functools import partial

import pandas as pd
import streamlit as st

from components.base.load import keep
from components.base.markdown import as_text, strong
from components.base.pins import Pin
from components.base.school_link import school_link
from components.base.shortened import shortened
from components.school import offer, paper
from components.school.card import LEFT, Card, Section, card
from components.school.choice import SchoolView, card_key
from components.shell import messages, pin, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.shell.tables import Columns
from components.slides import menu
from components.slides.told import Told
from queries.view import ALL

FILE: Columns = (("part", "text"), ("said", "text"), ("row", "text"))
FILTERS = ("region", "year", "on")


def draw(page: Page[SchoolView]) -> None:
    """Draw the box of schools and the card of the one that is chosen."""
    words = page.words
    with st.container(width=520, key="school_choice"):
        view_bar.draw_one(page.view, page.choices, words, "school", offer.possible)
    if page.view.school == ALL:
        _nobody(page)
        return
    found = card(card_key(page.view, page.view.school))
    with st.container(horizontal=True, vertical_alignment="center", key="head_school"):
        st.subheader(as_text(found.name), anchor=False)
        paper.draw(page, found)
        _files(page, found)
        pin.draw(page.view, page.choices, words, Pin("school", page.view.school))
    st.markdown(as_text(found.place))
    st.caption(words("school.starting_point"))
    for column, parts in zip(
        st.columns(2, gap="large"), (found.sections[:LEFT], found.sections[LEFT:]), strict=True
    ):
        with column:
            for part in parts:
                _part(part, page.view)


def _part(part: Section, view: SchoolView) -> None:
    st.markdown(strong(part.title))
    st.markdown(as_text(part.said))
    if part.rows:
        st.html(tables.written(part.head, _linked(part, view), "numbers wide"))
    if part.more:
        st.caption(part.more)


def _linked(part: Section, view: SchoolView) -> list[tuple[str, ...]]:
    """Lead from the schools that rows begin with to their cards; paper has no links."""
    if not part.schools:
        return list(part.rows)
    return [
        (school_link(code, row[0], view), *row[1:])
        for code, row in zip(part.schools, part.rows, strict=True)
    ]


def _nobody(page: Page[SchoolView]) -> None:
    """Say that no school is chosen, or that the one of the link is none that this reader sees."""
    words, asked = page.words, page.asked.school
    with messages.box(words("school.nobody_title" if asked == ALL else "school.unknown_title")):
        if asked == ALL:
            st.write(words("school.nobody"))
        else:
            st.write(words("school.unknown", school=shortened(asked)))


def _files(page: Page[SchoolView], found: Card) -> None:
    made = partial(keep, rows, card_key(page.view, page.view.school))
    title = page.words("school.title")
    files = tables.file_columns(FILE, page.words, "school")
    whose = f"{title}: {found.name}"
    offered = Offer("school", whose, len(made()), made, files, filters=FILTERS, own=("school",))
    said = f"{found.sections[0].title}: {found.sections[0].said}"
    menu.draw(page, offered, Told(found.name, said, notes=(found.place,)))


def rows(view: SchoolView) -> pd.DataFrame:
    """One row per row of each part of the card, as it stands there; a part without any has one."""
    return pd.DataFrame(
        [
            {"part": part.title, "said": part.said, "row": row}
            for part in card(view).sections
            for row in [_line(part.head, cells) for cells in part.rows] or [""]
        ]
    )


def _line(head: tuple[str, ...], cells: tuple[str, ...]) -> str:
    return "; ".join(f"{name}: {cell}" for name, cell in zip(head, cells, strict=True))
