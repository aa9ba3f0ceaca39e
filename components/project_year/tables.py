"""Write the board of documents and the load of curators, and offer the same rows as files."""

from collections.abc import Iterable
from functools import partial

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.load import keep
from components.base.markup import written
from components.base.records import records
from components.base.school_link import school_link
from components.project_year.choice import ProjectYearView
from components.project_year.numbers import board, by_curator, kinds
from components.project_year.sentences import ORDER, status
from components.shell import downloads_menu, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page

SECTION = "project_year"
FILTERS = ("region", "municipality", "year")
CURATORS = (("curator", "text"), ("schools", "integer"), *((name, "integer") for name in ORDER))
FILE = (
    ("school_id", "text"),
    ("school", "text"),
    ("oktmo", "text"),
    ("municipality", "text"),
    ("stage", "text"),
    ("document_name", "text"),
    ("status_said", "text"),
    ("status_date", "date"),
    ("curator", "text"),
)


def rows(view: ProjectYearView) -> pd.DataFrame:
    """One row per school and document, in words, as it leaves in files."""
    words = Words(view.language)
    found = board(view).merge(kinds().drop(columns="source"), on="document")
    found = found.sort_values(
        ["municipality", "oktmo", "school", "school_id", "stage_no"], kind="stable"
    )
    named = found.to_dict("records")
    return found.assign(
        stage=[f"{row['stage_no']}. {words.pick(row, 'stage')}" for row in named],
        document_name=[words.pick(row, "name") for row in named],
        status_said=[words(f"project_year.status_{row['status']}") for row in named],
    ).reset_index(drop=True)


def board_html(view: ProjectYearView) -> Markup:
    """Write schools × documents, the documents under their stages; each cell symbol and word."""
    words, found = Words(view.language), kinds()
    codes = list(found["document"])
    stages = found.groupby("stage_no", sort=True)
    over = [
        (f"{number}. {words.pick(part.iloc[0], 'stage')}", len(part)) for number, part in stages
    ]
    titles = [
        words(f"project_year.column_{name}") for name in ("school", "municipality", "curator")
    ]
    return written(
        "project_year/board.html",
        titles=titles,
        stages=over,
        documents=[words.pick(row, "name") for row in found.to_dict("records")],
        schools=[_line(rows, codes, view) for rows in _schools(board(view))],
    )


def _schools(rows: pd.DataFrame) -> Iterable[list[dict]]:
    """Part the rows of schools, in their order."""
    schools: dict[str, list[dict]] = {}
    for row in records(rows):
        schools.setdefault(row["school_id"], []).append(row)
    return schools.values()


def _line(rows: list[dict], documents: list[str], view: ProjectYearView) -> dict[str, object]:
    """One school: its place, its curators, and a cell a document."""
    words, about, cells = Words(view.language), rows[0], {row["document"]: row for row in rows}
    curators = sorted({row["curator"] for row in rows if not pd.isna(row["curator"])})
    return {
        "name": tables.roomy(school_link(about["school_id"], about["school"], view)),
        "municipality": tables.roomy(about["municipality"]),
        "curators": ", ".join(curators) or "—",
        "cells": [_cell(cells[document], words) for document in documents],
    }


def _cell(row: dict, words: Words) -> tuple[str, str]:
    """One document: the day of its status, which is a hint, and symbol and word of the status."""
    day = "" if pd.isna(row["status_date"]) else words.short_day(row["status_date"])
    return day, status(row["status"], words)


def curators_html(view: ProjectYearView) -> Markup:
    """Write curators with their schools and what waits for them."""
    return tables.of_view(by_curator, CURATORS, view, SECTION, "wrapped")


def files(page: Page[ProjectYearView]) -> None:
    """Offer the documents of every school, or the curators with their load, as files."""
    view, words = page.view, page.words
    curators = view.desk == "curators"
    made = partial(keep, by_curator if curators else rows, view)
    columns = tables.file_columns(CURATORS if curators else FILE, words, SECTION)
    title = f"{words('project_year.title')} · {words(f'view.desk_{view.desk}')}"
    subject = f"{SECTION}_curators" if curators else SECTION
    offer = Offer(subject, title, len(made()), made, columns, filters=FILTERS)
    downloads_menu.draw(page, offer)
