"""Offer the rows behind a page as files: Excel's CSV, machine CSV, XLSX; all over one view."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components.downloads import About, FileColumn, excel_csv, file_name, machine_csv, xlsx
from components.page import Page
from components.provenance import address, made_at
from components.view_bar import label

FORMATS: dict[str, tuple[Callable[..., bytes], str, str]] = {
    "excel_csv": (excel_csv, "csv", "text/csv"),
    "xlsx": (
        xlsx,
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "machine_csv": (machine_csv, "machine.csv", "text/csv"),
}
FILTERS = ("region", "municipality", "year", "first_year", "cohort", "indicator", "schools")


def draw(
    page: Page,
    subject: str,
    title: str,
    rows: pd.DataFrame,
    columns: tuple[FileColumn, ...],
    filters: tuple[str, ...] = FILTERS,
    definitions: tuple[tuple[str, str], ...] = (),
) -> None:
    """Draw a menu of files; each is written only when it is asked for."""
    words = page.words
    about = _about(page, title, len(rows), filters, definitions)
    with st.popover(words("files.menu"), key=f"files_{subject}"):
        st.caption(words("files.rows", n=len(rows)))
        for name, (write, ending, mime) in FORMATS.items():
            st.download_button(
                words(f"files.{name}"),
                data=partial(write, rows, columns, about),
                file_name=file_name(subject, _scope(page), about, ending),
                mime=mime,
                key=f"{subject}_{name}",
                on_click="ignore",
                width="stretch",
            )


def _scope(page: Page) -> str:
    view = page.view
    return "_".join([view.municipality or view.region, str(view.year)])


def _about(
    page: Page,
    title: str,
    count: int,
    filters: tuple[str, ...],
    definitions: tuple[tuple[str, str], ...],
) -> About:
    """Collect what a file must say of itself: filters, number of rows, definitions, link."""
    words = page.words
    chosen = tuple(
        (words(f"view.{field}"), label(field, getattr(page.view, field), words))
        for field in filters
    )
    return About(
        title=title,
        version=page.version["name"],
        made_at=words.moment(made_at(page.version)),
        demonstration=bool(page.version["demonstration"]),
        demonstration_mark=words("demonstration.mark"),
        rows=(
            *chosen,
            (words("files.count"), words.number(count)),
            *definitions,
            (words("files.address"), address()),
        ),
        sheet_title=words("files.sheet"),
        data_title=words("files.data"),
        mark_title=words("files.mark"),
        version_title=words("files.version"),
    )
