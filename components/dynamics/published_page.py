"""Draw the page of a published indicator: its last number, its lines, its table and its files."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.choices import indicator
from components.base.documents import source
from components.base.i18n import Words
from components.base.load import keep
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import lines as chart
from components.charts import sheet
from components.dynamics import lines
from components.dynamics.choice import DynamicsView
from components.dynamics.published import (
    all_rows,
    followed,
    headline,
    number,
)
from components.heatmap import cell_texts
from components.heatmap import table as files_of
from components.shell import messages, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu, natives
from components.slides.told import Told

MOST = 8
"""Lines beside each other that can still be told apart."""


def draw(page: Page[DynamicsView]) -> None:
    """Say the last number, draw the lines, and the same numbers as a table and as files."""
    if followed(page.view).rows.empty:
        messages.nothing_chosen(page.words)
        return
    st.subheader(headline(page.view), anchor=False)
    with st.container(horizontal=True, gap="small", wrap=False, key="row_lines"):
        with st.container(width=figure(lines.WIDTH + 4, page.room)):
            drawn = keep(spec, page.view, page.theme, page.room)
            alt = page.words("dynamics.table_published")
            st.vega_lite_chart(spec=drawn, theme=None, key="lines", alt=alt, width="content")
        with st.container():
            for told in _explained(page):
                st.caption(told)
    with page.tools:
        _files(page)
    st.html(keep(html, page.view))


def _explained(page: Page[DynamicsView]) -> list[str]:
    """Say what the indicator is, from where, and why nothing is compared or expected here."""
    words, card = page.words, indicator(page.view.indicator)
    told = words("dynamics.published_told")
    if not followed(page.view).whose:
        told = f"{told} {words('dynamics.published_no_region')}"
    about = f"{words('about.source')}: {source(card['source'], words)}"
    return [f"{words.pick(card, 'definition')}.", about, told]


def spec(view: DynamicsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the line in colour, and the municipalities grey."""
    shown, words = points(view), Words(view.language)
    first, last = int(shown["x"].min()), int(shown["x"].max())
    years = tuple((float(year), str(year)) for year in range(first, last + 1))
    in_percent = indicator(view.indicator)["unit"] == "%"
    ticks = {
        tick: words.percent(tick, 0) if in_percent else words.number(tick, int(tick % 1 > 0))
        for tick in chart.top(shown)
    }
    axis = chart.Axis(years, (), (), ticks)
    return sheet.packed(
        chart.draw(shown, axis, palette(theme), figure(lines.WIDTH, room), lines.HEIGHT)
    )


def points(view: DynamicsView) -> pd.DataFrame:
    """One row per point: series, role, name, x, share, low, high, tooltip.

    Only the line in colour is named at its end: the others are told by a mouse and by the table.
    """
    found, words = followed(view), Words(view.language)
    rows = found.rows.copy()
    own = rows["oktmo"].eq(found.whose)
    # The end of a line has no room for the long name of a region.
    named = rows["name"].mask(rows["oktmo"].eq(view.region), words("view.region"))
    told = [
        f"{row['name']} · {row['year']}: {number(row, words)}" for row in rows.to_dict("records")
    ]
    return rows.assign(
        series=rows["oktmo"],
        role=own.map({True: "main", False: "other"}),
        name=named.where(own, ""),
        x=rows["year"].astype(float),
        low=float("nan"),
        high=float("nan"),
        tooltip=told,
    )


def html(view: DynamicsView) -> Markup:
    """Write a line per place, the region first, with a column a year."""
    words, rows = Words(view.language), all_rows(view).sort_values(["row", "year"])
    years = sorted(rows["year"].unique())
    said = {(row["oktmo"], row["year"]): cell_texts.text(row, words) for row in _records(rows)}
    places = rows.drop_duplicates("oktmo")
    written = (
        [row["name"], *(said.get((row["oktmo"], year), "—") for year in years)]
        for row in _records(places)
    )
    titles = [words("column.name"), *map(str, years)]
    return tables.written(titles, written, "numbers dynamics", name="published", fixed=1)


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return rows.to_dict("records")


def _files(page: Page[DynamicsView]) -> None:
    menu.draw(page, offered(page.view), told(page))


def told(page: Page[DynamicsView]) -> Told:
    """Give what a slide of the page says; the region, or the municipality chosen, stands first."""
    words, in_percent = page.words, indicator(page.view.indicator)["unit"] == "%"
    value, unit = ("share", natives.PERCENT) if in_percent else ("value", "")
    return Told(
        headline(page.view),
        "",
        partial(keep, spec, page.view, "light"),
        words("dynamics.table_published"),
        natives.split("lines", "year", "name", value, unit, MOST),
        cards=(page.view.indicator,),
    )


def offered(view: DynamicsView) -> Offer:
    """Give one row per place and year, as the heat map gives them; the region's stand apart."""
    words, card = Words(view.language), indicator(view.indicator)
    every = all_rows(view).sort_values(["row", "year"])
    of_region = every["oktmo"].eq(view.region)
    rows = every[~of_region]
    return Offer(
        "dynamics_published",
        f"{words('dynamics.title')} · {words.pick(card, 'short')}",
        len(rows),
        lambda: files_of.worded(rows, words),
        files_of.columns(words),
        lambda: files_of.definitions(rows, words),
        ("region", "year", "indicator"),
        beside=lambda: (files_of.region_sheet(every[of_region], words),) if of_region.any() else (),
    )
