"""Show and export the rows of a heat map: the table twin of every chart of the page."""

import pandas as pd
import streamlit as st

from components import downloads_menu
from components.cells import direction
from components.choices import indicator, region_name
from components.downloads import FileColumn
from components.heat import Heat
from components.i18n import Words
from components.page import Page
from components.provenance import escaped
from queries.view import View

HEIGHT = 420
KINDS = {
    "numerator": "integer",
    "denominator": "integer",
    "year": "integer",
    "share": "percent",
    "low": "percent",
    "high": "percent",
}
NAMES = (
    "oktmo",
    "name",
    "year",
    "indicator",
    "indicator_name",
    "numerator",
    "denominator",
    "share",
    "low",
    "high",
    "verdict_word",
    "state_word",
)


def draw(page: Page, h: Heat) -> None:
    """Draw municipalities × columns as a plain table of the words that stand in the cells."""
    cells = h.cells.sort_values(["row", "column_row"])
    titles = cells.drop_duplicates("column_row")["column_title"]
    head = "".join(f"<th>{escaped(title)}</th>" for title in (page.words("column.name"), *titles))
    body = "".join(_line(rows, page) for _, rows in cells.groupby("row", sort=True))
    with st.container(height=HEIGHT, border=False, key="heat_table"):
        table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        st.html(f'<table class="numbers twin">{table}</table>')


def _line(rows: pd.DataFrame, page: Page) -> str:
    """One municipality: its name, then its cells with their sentences as hints."""
    first = rows.iloc[0]
    chosen = ' class="chosen"' if first["oktmo"] == page.view.municipality else ""
    cells = "".join(
        f'<td title="{escaped(cell.tooltip)}">{escaped(cell.symbol)} {escaped(cell.text)}</td>'
        for cell in rows.itertuples()
    )
    return f'<tr{chosen}><th scope="row">{escaped(first["name"])}</th>{cells}</tr>'


def files(page: Page, h: Heat) -> None:
    """Offer the rows of the selection as files, one row per municipality and column."""
    view, words = page.view, page.words
    codes = h.rows["indicator"].unique()
    definitions = tuple(
        (words.pick(indicator(code), "short"), words.pick(indicator(code), "definition"))
        for code in codes
    )
    frame = rows(h, view, words)
    title = f"{words('heatmap.title')} · {region_name(view.region, words)}"
    downloads_menu.draw(page, "heatmap", title, frame, columns(words), definitions=definitions)


def rows(h: Heat, view: View, words: Words) -> pd.DataFrame:
    """Give the selection in long form; with a municipality chosen, its rows and the region's."""
    frame = h.rows.sort_values(["row", "position"])
    if view.municipality:
        frame = frame[frame["oktmo"].isin([view.municipality, view.region])]
    names = {code: words.pick(indicator(code), "short") for code in frame["indicator"].unique()}
    records = frame.to_dict("records")
    return frame.assign(
        indicator_name=frame["indicator"].map(names),
        verdict_word=[words(f"verdict.{direction(row)}") for row in records],
        state_word=[words(f"state.{row['state']}") for row in records],
    )


def columns(words: Words) -> tuple[FileColumn, ...]:
    """Name the columns of the file, with their kinds."""
    return tuple(
        FileColumn(name, words(f"column.{name}"), KINDS.get(name, "text"))  # type: ignore[arg-type]
        for name in NAMES
    )
