"""Offer the rows behind a page as files: CSV, XLSX, ZIP; all over one view."""

import contextlib
import contextvars
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
import streamlit as st

from components.base import group, picked, several_values
from components.base.labels import label
from components.base.load import for_later
from components.base.pupils import seen
from components.base.rights import right
from components.downloads import (
    XLSX_TYPE,
    About,
    FileColumn,
    Sheet,
    excel_csv,
    file_name,
    machine_csv,
    xlsx,
    zipped,
)
from components.shell import file_contents
from components.shell.page import Page, rights_said
from components.shell.provenance import address, made_at, program
from data.program_version import PROGRAM_VERSION
from queries.view import View, value

WITH_ALL = (xlsx, zipped)
"""Formats that have room for the tables beside the rows."""

FORMATS: dict[str, tuple[Callable[..., bytes], str, str]] = {
    "excel_csv": (excel_csv, "csv", "text/csv"),
    "xlsx": (
        xlsx,
        "xlsx",
        XLSX_TYPE,
    ),
    "zip": (zipped, "zip", "application/zip"),
    "machine_csv": (machine_csv, "machine.csv", "text/csv"),
}
FILTERS = ("region", "municipality", "year", "first_year", "cohort", "indicator", "schools")


@dataclass(frozen=True)
class Offer:
    """What can be taken away: how many rows, and how to make them once somebody asks."""

    subject: str
    title: str
    count: int
    rows: Callable[[], pd.DataFrame]
    columns: tuple[FileColumn, ...]
    definitions: Callable[[], tuple[tuple[str, str], ...]] = tuple
    filters: tuple[str, ...] = FILTERS
    own: tuple[str, ...] = ()
    """Fields of the page alone that narrow the rows and stand in the name of the file."""

    beside: Callable[[], tuple[Sheet, ...]] = tuple
    """Tables that are no part of the rows: the region's own numbers, the same rows set wide."""


Taken = list[tuple[Page[View], Offer]]

_taken: contextvars.ContextVar[Taken | None] = contextvars.ContextVar("taken", default=None)


@contextlib.contextmanager
def taking() -> Iterator[Taken]:
    """Gather what pages offer in place of drawing their menus: a program asks, nobody looks."""
    taken: Taken = []
    token = _taken.set(taken)
    try:
        yield taken
    finally:
        _taken.reset(token)


def draw(page: Page[View], offer: Offer, beside: Callable[[], None] | None = None) -> None:
    """Draw a menu of files; a run of the page costs no row, the click on a file makes them.

    `beside` draws what else is made of the same rows, at the head of the menu.
    """
    taken = _taken.get()
    if taken is not None:
        taken.append((page, offer))
        return
    words, about = page.words, marks(page, offer.title)
    # A file is written outside a run of the page, where the reader's address is not known.
    link = address()

    def written(write: Callable[..., bytes]) -> bytes:
        rows, beside = offer.rows(), offer.beside() if write in WITH_ALL else ()
        told = replace(about, rows=_said(page, offer, len(rows), link))
        return write(rows, offer.columns, told, *((beside,) if beside else ()))

    with st.popover(words("files.menu"), key=f"files_{offer.subject}"):
        if beside:
            beside()
        contents = file_contents.row(offer.subject, words)
        st.caption(f"{words('files.rows', n=offer.count)} {contents}")
        st.caption(words("tables.files"))
        for form, (write, ending, mime) in FORMATS.items():
            st.download_button(
                words(f"files.{form}"),
                data=for_later(partial(written, write)),
                file_name=name(page, offer, about, ending),
                mime=mime,
                key=f"{offer.subject}_{form}",
                on_click="ignore",
                width="stretch",
            )


def name(page: Page[View], offer: Offer, about: About, ending: str) -> str:
    """Name a file by all that was chosen of what its rows depend on."""
    scope = file_contents.scope(page.view, offer.filters)
    chosen = file_contents.chosen(page.view, (*offer.filters, *offer.own))
    chosen += file_contents.gathered(page.view, page.bar)
    return file_name(offer.subject, scope, about, ending, chosen)


def marks(page: Page[View], title: str) -> About:
    """Say of a file what every file of the page says: versions, date, demonstration or not."""
    words = page.words
    return About(
        title=title,
        version=page.version["name"],
        made_at=words.moment(made_at(page.version)),
        program=program(words),
        program_version=PROGRAM_VERSION,
        demonstration=bool(page.version["demonstration"]),
        demonstration_mark=words("demonstration.mark"),
        rows=(),
        sheet_title=words("files.sheet"),
        data_title=words("files.data"),
        mark_title=words("files.mark"),
        version_title=words("files.version"),
        program_title=words("files.program"),
        language=words.language,
        internal=((words("internal.title"), words("internal.mark")),) if seen() == "all" else (),
    )


def _said(page: Page[View], offer: Offer, rows: int, link: str) -> tuple[tuple[str, str], ...]:
    """Say of one file its filters, its rows and what they are, definitions, sources and link."""
    words = page.words
    chosen = tuple(
        (words(f"view.{field}"), label(field, value(page.view, field), words))
        for field in offer.filters
    )
    if "picked" in page.bar and page.view.picked:
        codes = label("picked", page.view.picked, words)
        chosen += ((words("view.picked"), f"{picked.said(page.view, words)}: {codes}"),)
    if "group" in page.bar and page.view.group:
        chosen += ((words("view.group"), group.told(page.view, words)),)
    for field in several_values.chosen(page.view):
        if field in page.bar:
            chosen += ((words(f"view.{field}"), several_values.said(page.view, field, words)),)
    held = (
        (words("files.count"), words.number(rows)),
        (words("files.contents"), file_contents.row(offer.subject, words)),
    )
    origins = file_contents.origins(offer.subject, words)
    access = () if right().sees_all() else ((words("rights.title"), rights_said(words)),)
    address_of = (words("files.address"), link)
    return (*chosen, *held, *access, *offer.definitions(), *origins, address_of)
