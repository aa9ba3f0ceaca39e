"""Offer cards on paper: of the open school, of the listed and of all schools of a place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from components.base.i18n import Words
from components.base.load import for_later, load
from components.base.pupils import seen
from components.downloads import card_files, file_name
from components.downloads.card_files import Part, Sheet
from components.school import offer
from components.school.card import LEFT, Card, card
from components.school.choice import SchoolView, card_key
from components.shell import downloads_menu
from components.shell.page import Page
from queries import identification
from queries.view import ALL, region_key

MOST = 2000
"""Cards of one ZIP at most: more of them would keep a server busy for many minutes."""


def draw(page: Page[SchoolView], found: Card) -> None:
    """Draw the menu of papers; a run of the page writes none of them."""
    words = page.words
    marks = _marks(page)
    with st.popover(words("school.paper"), key="papers"):
        st.download_button(
            words("school.one_card"),
            data=for_later(partial(_one, page.view, marks)),
            file_name=_name(page, found.school_id, "pdf"),
            mime=card_files.PDF_TYPE,
            key="one_card",
            on_click="ignore",
            width="stretch",
        )
        if not (on_list := listed(page.view)):
            st.caption(words("school.no_list", year=page.view.year))
        _zip(page, marks, "school.make_cards", on_list)
        _zip(page, marks, "school.make_place_cards", of_place(page.view))


def _zip(
    page: Page[SchoolView], marks: tuple[str, ...], asked: str, schools: Sequence[str]
) -> None:
    """Write the cards of schools when asked to, and tell how far that is; of too many, none."""
    words = page.words
    if len(schools) > MOST:
        st.caption(words("school.too_many_cards", n=len(schools), most=MOST))
        return
    made = bool(schools) and st.button(words(asked, n=len(schools)), key=asked, width="stretch")
    if not made:
        return
    bar = st.progress(0.0, words("school.making"))

    def tell(share: float) -> None:
        bar.progress(share, words("school.making"))

    content = zipped(page.view, schools, marks, tell)
    bar.empty()
    st.download_button(
        words("school.all_cards", n=len(schools)),
        data=content,
        file_name=_name(page, page.view.municipality or page.view.region, "zip"),
        mime=card_files.ZIP_TYPE,
        key=f"{asked}_zip",
        on_click="ignore",
        width="stretch",
    )


def zipped(
    view: SchoolView, schools: Sequence[str], marks: tuple[str, ...], tell: Callable[[float], None]
) -> bytes:
    """Write the cards of schools as one ZIP."""
    named = [
        (f"{school}.pdf", partial(_sheet, replace(view, school=school), marks))
        for school in schools
    ]
    return card_files.zipped(named, tell)


def listed(view: SchoolView) -> list[str]:
    """List the schools of the view's place on the list of its year that this reader sees."""
    found = load(identification.statuses, region_key(view))
    found = found[found["year"].eq(view.year) & found["low_performing"].astype(bool)]
    if view.municipality != ALL:
        found = found[found["oktmo"].eq(view.municipality)]
    return sorted(found["school_id"])


def of_place(view: SchoolView) -> list[str]:
    """List every school of the view's place that this reader sees."""
    return sorted(offer.of_place(view)["school_id"])


def _one(view: SchoolView, marks: tuple[str, ...]) -> bytes:
    return card_files.pdf(_sheet(view, marks))


def _sheet(view: SchoolView, marks: tuple[str, ...]) -> Sheet:
    """Lay out the card of the view's school; `marks`: what it is marked as, its data."""
    words, found = Words(view.language), card(card_key(view, view.school))
    parts = [
        Part(each.title, each.said, each.head, each.rows, each.more) for each in found.sections
    ]
    mark, *footer = marks
    return Sheet(
        name=found.name,
        place=f"{found.place} · {words.short_day(view.day)}",
        said=words("school.starting_point"),
        mark=mark,
        columns=(tuple(parts[:LEFT]), tuple(parts[LEFT:])),
        footer=tuple(footer),
        language=view.language,
    )


def _marks(page: Page[SchoolView]) -> tuple[str, ...]:
    """Say as every file does which data and program wrote it, and that it is a demonstration."""
    words = page.words
    about = downloads_menu.marks(page, words("school.title"))
    mark = [f"⚠ {about.demonstration_mark}"] if about.demonstration else []
    mark += [words("internal.mark")] if seen() == "all" else []
    version = words("school.version", name=about.version, made=about.made_at, program=about.program)
    return (" · ".join(mark), version)


def _name(page: Page[SchoolView], scope: str, ending: str) -> str:
    about = downloads_menu.marks(page, page.words("school.title"))
    return file_name("school", f"{scope}_{page.view.year}", about, ending)
