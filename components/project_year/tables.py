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
from components.project_year.numbers import board, by_curator, by_kind, kinds
from components.project_year.sentences import ORDER, status
from components.shell import tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from queries.methods.natural_order import by_numbers

SECTION = "project_year"
FILTERS = ("region", "municipality", "year")
CURATORS = (("curator", "text"), ("schools", "integer"), *((name, "integer") for name in ORDER))
KINDS = (("document_name", "text"), *((name, "integer") for name in ORDER))
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
    order = ["municipality", "oktmo", "school", "school_id", "stage_no"]
    found = found.sort_values(order, kind="stable", key=by_numbers)
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


def by_kind_rows(view: ProjectYearView) -> pd.DataFrame:
    """One row per document: how many schools have it where, in the order of the year."""
    words, found = Words(view.language), by_kind(view).merge(kinds(), on="document")
    named = found.to_dict("records")
    return found.assign(
        document_name=[f"{row['stage_no']}. {words.pick(row, 'name')}" for row in named]
    )


def offered_kinds(page: Page[ProjectYearView]) -> Offer:
    """Give the counts of each document as they leave."""
    made = partial(keep, by_kind_rows, page.view)
    columns = tables.file_columns(KINDS, page.words, SECTION)
    title = page.words("project_year.title")
    return Offer("project_year_documents", title, len(made()), made, columns, filters=FILTERS)


def offered(page: Page[ProjectYearView]) -> Offer:
    """Give the documents of every school, or the curators with their load, as they leave."""
    view, words = page.view, page.words
    curators = view.desk == "curators"
    made = partial(keep, by_curator if curators else rows, view)
    columns = tables.file_columns(CURATORS if curators else FILE, words, SECTION)
    title = f"{words('project_year.title')} · {words(f'view.desk_{view.desk}')}"
    subject = f"{SECTION}_curators" if curators else SECTION
    return Offer(subject, title, len(made()), made, columns, filters=FILTERS)
