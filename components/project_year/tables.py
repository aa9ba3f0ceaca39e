"""Write the board of documents and the load of curators, and offer the same rows as files."""

from functools import partial

import pandas as pd

from components.base.i18n import Words
from components.base.load import keep
from components.base.markup import escaped
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
    records = found.to_dict("records")
    return found.assign(
        stage=[f"{row['stage_no']}. {words.pick(row, 'stage')}" for row in records],
        document_name=[words.pick(row, "name") for row in records],
        status_said=[words(f"project_year.status_{row['status']}") for row in records],
    ).reset_index(drop=True)


def board_html(view: ProjectYearView) -> str:
    """Write schools × documents, the documents under their stages; each cell symbol and word."""
    words, found = Words(view.language), kinds()
    stages = found.groupby("stage_no", sort=True)
    over = "".join(
        f'<th colspan="{len(part)}">{escaped(number)}. '
        f"{escaped(words.pick(part.iloc[0], 'stage'))}</th>"
        for number, part in stages
    )
    names = "".join(
        f"<th>{escaped(words.pick(row, 'name'))}</th>" for row in found.to_dict("records")
    )
    first = "".join(
        f'<th rowspan="2">{escaped(words(f"project_year.column_{name}"))}</th>'
        for name in ("school", "municipality", "curator")
    )
    body = "".join(_line(part, list(found["document"]), words) for part in _schools(board(view)))
    head = f"<tr>{first}{over}</tr><tr>{names}</tr>"
    return (
        f'<table class="numbers wrapped board"><thead>{head}</thead><tbody>{body}</tbody></table>'
    )


def _schools(rows: pd.DataFrame) -> list[pd.DataFrame]:
    return [part for _, part in rows.groupby("school_id", sort=False)]


def _line(part: pd.DataFrame, documents: list[str], words: Words) -> str:
    """Write one school: a cell a document, with the day of its status as a hint."""
    about, cells = part.iloc[0], part.set_index("document")
    curators = sorted(set(part["curator"].dropna()))
    written = "".join(_cell(cells.loc[document], words) for document in documents)
    return (
        f'<tr><th scope="row">{escaped(about["school"])}</th>'
        f"<td>{escaped(about['municipality'])}</td><td>{escaped(', '.join(curators) or '—')}</td>"
        f"{written}</tr>"
    )


def _cell(row: pd.Series, words: Words) -> str:
    day = "" if pd.isna(row["status_date"]) else words.short_day(row["status_date"])
    return f'<td title="{escaped(day)}">{escaped(status(row["status"], words))}</td>'


def curators_html(view: ProjectYearView) -> str:
    """Write curators with their schools and what waits for them."""
    return tables.of_view(by_curator, CURATORS, view, SECTION, "wrapped")


def files(page: Page[ProjectYearView]) -> None:
    """Offer the documents of every school, or the curators with their load, as files."""
    view, words = page.view, page.words
    curators = view.desk == "curators"
    made = partial(keep, by_curator if curators else rows, view)
    columns = tables.file_columns(CURATORS if curators else FILE, words, SECTION)
    title = f"{words('project_year.title')} · {words(f'view.desk_{view.desk}')}"
    offer = Offer(SECTION, title, len(made()), made, columns, filters=FILTERS)
    downloads_menu.draw(page, offer)
