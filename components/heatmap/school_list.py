"""List the low-performing schools of a place, each with the help it has, also as files."""

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from components.base.i18n import Words
from components.base.load import count_of_all, load
from components.base.markdown import strong
from components.base.markup import written
from components.base.school_link import school_link
from components.downloads import FileColumn
from components.heatmap.cell_texts import count
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told
from queries import schools
from queries.view import ALL, View, of

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


def draw(page: Page[View]) -> None:
    """Draw the schools of the view's place, under a line that counts them."""
    found, words = load(schools.in_need, page.view), page.words
    every = count_of_all(load, schools.in_need, page.view)
    if not every and not _known(page.view):
        st.markdown(words("panel.schools_unknown"))
        return
    title = words("panel.schools", n=every)
    with st.container(horizontal=True, vertical_alignment="center", key="schools_head"):
        st.markdown(strong(title))
        if len(found):
            rows = partial(_file, found, words)
            offer = Offer("place_schools", title, len(found), rows, _names(words))
            menu.draw(page, offer, Told(title, cards=("IND-19",)))
    if len(found):  # Streamlit raises at empty HTML
        lines = [_line(row, page.view, words) for row in found.to_dict("records")]
        st.html(written("heatmap/school_list.html", schools=lines))


def _known(view: View) -> bool:
    """Tell whether no school on the list means no school in need, and not silence."""
    cells = heat(replace(of(HeatmapView, view), places=ALL)).cells
    here = cells["oktmo"].eq(view.municipality or view.region) & cells["column"].eq("IND-19")
    return bool(here.any()) and not cells.loc[here, "style"].isin(("no_data", "not_reported")).any()


def _line(row: dict, view: View, words: Words) -> tuple[str, str, str]:
    """One school: its name, its locality, what help it has and since when it is on the list."""
    years = words("school_row.years_listed", n=int(row["years_listed"]))
    link = school_link(row["school_id"], row["name"], view)
    parts = [_mentoring(row["mentors"], words), years]
    if not np.isnan(row["due"]):
        done = count(row["done"], row["due"], words).replace(" ", "\N{NO-BREAK SPACE}")
        parts.append(words("school_row.road_map", done=done))
    return link, words(f"locality.{row['locality']}"), " · ".join(parts)


def _mentoring(mentors: float, words: Words) -> str:
    """Say how many mentors a school has; silence of the municipality is not a lack of mentors."""
    if np.isnan(mentors):
        return words("school_row.mentoring_unknown")
    if mentors == 0:
        return f"✕ {words('school_row.no_mentor')}"
    return words("school_row.mentors", n=int(mentors))


def _file(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    return found.assign(locality_word=[words(f"locality.{code}") for code in found["locality"]])


def _names(words: Words) -> tuple[FileColumn, ...]:
    return tuple(
        FileColumn(name, words(f"column.school_{name}"), kind)  # type: ignore[arg-type]
        for name, kind in COLUMNS.items()
    )
