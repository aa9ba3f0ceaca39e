"""Open one municipality beside the chart: its numbers beside the region's, its schools, links."""

import numpy as np
import pandas as pd
import streamlit as st

from components import downloads_menu, indicator_card
from components.cells import SYMBOLS, count
from components.choices import municipality_name
from components.downloads import FileColumn
from components.heat import Heat
from components.i18n import Words
from components.load import load
from components.page import Page
from components.provenance import escaped
from queries import schools
from queries.view import ALL, write_link

HEIGHT = 440
COLUMNS = {
    "school_id": "text",
    "municipality": "text",
    "name": "text",
    "locality_word": "text",
    "pupils": "integer",
    "entry_year": "integer",
    "years_listed": "integer",
    "mentors": "integer",
    "done": "integer",
    "due": "integer",
}


def draw(page: Page, h: Heat) -> None:
    """Draw the chosen municipality, or say how to choose one."""
    with st.container(height=HEIGHT, border=True, key="panel"):
        if page.view.municipality == ALL:
            st.markdown(page.words("panel.choose"))
            indicator_card.draw(page)
            return
        st.subheader(municipality_name(page.view.municipality), anchor=False)
        st.html(_numbers(h, page.view.municipality, page.words))
        _schools(page)
        view = page.view
        years = view.but(axis="years" if view.axis == "indicators" else "indicators")
        st.page_link(
            "pages/heatmap.py",
            label=page.words(f"panel.to_{years.axis}"),
            query_params=write_link(years, page.choices),
        )
        st.page_link(
            "pages/overview.py",
            label=page.words("panel.to_overview"),
            query_params=write_link(view, page.choices),
        )


def _numbers(h: Heat, oktmo: str, words: Words) -> str:
    """Set the municipality's cells beside the region's, with the sentence of each as a hint."""
    own = h.cells[h.cells["oktmo"].eq(oktmo)].sort_values("column_row")
    whole = h.region().set_index("column")["text"]
    body = "".join(
        f'<tr title="{escaped(cell.tooltip)}"><td>{escaped(cell.column_title)}</td>'
        f"<td><b>{escaped(cell.symbol)}</b> {escaped(cell.text)}</td>"
        f"<td>{escaped(whole[cell.column])}</td></tr>"
        for cell in own.itertuples()
    )
    head = "".join(
        f"<th>{escaped(words(f'panel.{name}'))}</th>" for name in ("what", "here", "region")
    )
    return f'<table class="numbers"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _schools(page: Page) -> None:
    found, words = load(schools.in_need, page.view), page.words
    st.markdown(f"**{words('panel.schools', n=len(found))}**")
    st.html("".join(_school(row, words) for row in found.to_dict("records")))
    if len(found):
        downloads_menu.draw(
            page,
            "schools",
            words("panel.schools", n=len(found)),
            _file(found, words),
            _names(words),
        )


def _school(row: dict, words: Words) -> str:
    """One line of a school: what help it has, and since when it is on the list."""
    mentor = (
        words("school.mentors", n=int(row["mentors"]))
        if row["mentors"]
        else (f"{SYMBOLS['worse']} {words('school.no_mentor')}")
    )
    parts = [mentor, words("school.years_listed", n=int(row["years_listed"]))]
    if not np.isnan(row["due"]):
        parts.append(words("school.road_map", done=count(row["done"], row["due"], words)))
    locality = words(f"locality.{row['locality']}")
    return (
        f'<p class="school"><strong>{escaped(row["name"])}</strong> · {escaped(locality)}<br>'
        f"{escaped(' · '.join(parts))}</p>"
    )


def _file(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    return found.assign(locality_word=[words(f"locality.{code}") for code in found["locality"]])


def _names(words: Words) -> tuple[FileColumn, ...]:
    return tuple(
        FileColumn(name, words(f"column.school_{name}"), kind)  # type: ignore[arg-type]
        for name, kind in COLUMNS.items()
    )
