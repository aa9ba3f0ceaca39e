"""Make a slide of what a page says: its numbers once more, with scope, source and marks."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from components.base import group, several_values
from components.base.choices import indicator
from components.base.documents import source
from components.base.i18n import Words
from components.base.labels import label
from components.base.pupils import seen
from components.base.rights import right
from components.charts import sheet
from components.downloads import FileColumn
from components.downloads.columns import cells
from components.shell import viewed_version
from components.shell.downloads_menu import Offer
from components.shell.page import Page, rights_said
from components.shell.provenance import made_at
from components.slides.slide import Cell, Column, Slide
from components.slides.told import Told
from queries.links import write_link
from queries.view import default_of, value

IN_SCOPE = ("region", "municipality", "year", "first_year", "cohort", "schools")
"""What the title of every page says, so it is not said twice."""

CODES = ("oktmo", "school_id", "mentee_id", "mentor_id", "indicator")
"""Columns of files that only programs read."""


def refused(page: Page[Any]) -> str:
    """Say in a word why numbers of this run leave in no slide; nothing if they may.

    The internal view shows what nobody else may see; an older version beside the current one is
    not proved to hide as one version does.
    """
    if seen() == "all":
        return "internal"
    return "older" if right().writes and viewed_version.is_older() else ""


def slide(page: Page[Any], offer: Offer, told: Told) -> Slide:
    """Make a slide of rows and of what is said of them. Raises ValueError if it is refused."""
    if reason := refused(page):
        raise ValueError(f"no slide of this view: {reason}")
    words, rows = page.words, offer.rows()
    columns = tuple(c for c in offer.columns if c.key not in (*CODES, *told.without))
    return Slide(
        page=page.name,
        link=_link(page),
        finding=told.finding,
        detail=told.detail,
        scope=scope(page, offer, told),
        columns=tuple(Column(c.key, c.heading, _kind(c)) for c in columns),
        rows=_cells(rows, columns),
        source=_sources(told.cards, words),
        version=page.version["name"],
        made_at=words.moment(made_at(page.version)),
        language=words.language,
        demonstration=words("demonstration.mark") if page.version["demonstration"] else "",
        notes=(*_notes(told.cards, words), *_definitions(offer, told), *told.notes),
        spec=sheet.unpacked(told.figure()) if told.figure else None,
        description=told.alt,
        native=told.native(rows) if told.native else None,
    )


def scope(page: Page[Any], offer: Offer, told: Told) -> str:
    """Say place, years and what else of the view was chosen, and whose schools are seen."""
    said = [page.scope(), *(f"{name}: {of}" for name, of in _chosen(page, offer))]
    said += told.chosen or ()
    if not right().sees_all():
        said.append(rights_said(page.words))
    return " · ".join(part for part in said if part)


def _chosen(page: Page[Any], offer: Offer) -> list[tuple[str, str]]:
    """Name the filters that the title does not: an indicator where it is one, others if chosen."""
    view, words = page.view, page.words
    named = [field for field in offer.filters if field not in (*IN_SCOPE, "indicator")]
    fields = [name for name in named if value(view, name) != default_of(type(view), name)]
    if "indicator" in page.bar and "indicator" in offer.filters:
        fields.insert(0, "indicator")
    said = [(words(f"view.{name}"), label(name, value(view, name), words)) for name in fields]
    if "group" in page.bar and view.group:
        said.append((words("view.group"), group.told(view, words)))
    for field in several_values.chosen(view):
        if field in page.bar:
            said.append((words(f"view.{field}"), several_values.said(view, field, words)))
    return said


def _link(page: Page[Any]) -> str:
    link = write_link(page.view, page.choices) | viewed_version.parameters()
    return f"{page.name}?{urlencode(link)}"


def _kind(column: FileColumn) -> Any:
    return "year" if column.key == "year" or column.key.endswith("_year") else column.kind


def _cells(rows: pd.DataFrame, columns: tuple[FileColumn, ...]) -> tuple[tuple[Cell, ...], ...]:
    """Read the rows as files do; days are written in ISO."""
    by_column = [
        [each.isoformat() if isinstance(each, dt.date) else each for each in cells(rows, column)]
        for column in columns
    ]
    return tuple(zip(*by_column, strict=True))


def _sources(cards: tuple[str, ...], words: Words) -> str:
    named = [source(indicator(code)["source"], words) for code in cards]
    return "; ".join(dict.fromkeys(named)) or words("slides.own_tables")


def _notes(cards: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Give of each indicator what it is, and what it may not be used for."""
    return tuple(
        said
        for card in map(indicator, cards)
        for said in (
            f"{words.pick(card, 'short')}: {words.pick(card, 'definition')}.",
            f"{words('about.not_for')}: {words.pick(card, 'caveat')}.",
        )
    )


def _definitions(offer: Offer, told: Told) -> tuple[str, ...]:
    """Give the definitions of the files where no card has given them already."""
    if told.cards or told.chosen is not None:
        return ()
    return tuple(f"{name}: {said}" for name, said in offer.definitions())
