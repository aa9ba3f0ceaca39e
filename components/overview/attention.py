"""List what to look at first: the municipalities where most schools wait for help."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.base.choices import setting
from components.base.i18n import Words
from components.base.load import load
from components.downloads import FileColumn
from components.overview import overdue_link
from components.overview.overdue_link import ROAD_MAPS
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from queries import overview
from queries.links import write_link
from queries.view import View

MENTORING = "pages/mentoring.py"
DECISIONS = "pages/decisions.py"


def rows(view: View) -> pd.DataFrame:
    """Give every municipality with a reason to act, by the number of schools touched."""
    found = load(overview.attention, view)
    return found.assign(year=view.year)


def columns(words: Words) -> tuple[FileColumn, ...]:
    """Name the columns of the list as a file."""
    kinds = {"oktmo": "text", "name": "text"}
    names = ("oktmo", "name", "year", "no_mentor", "schools", "overdue", "due")
    return tuple(
        FileColumn(name, words(f"column.{name}"), kinds.get(name, "integer"))  # type: ignore[arg-type]
        for name in names
    )


def offered(page: Page[View], found: pd.DataFrame) -> Offer:
    """Give the whole list as it leaves."""
    words = page.words
    return Offer("attention", words("attention.title"), len(found), lambda: found, columns(words))


def draw(page: Page[View], found: pd.DataFrame) -> None:
    """Draw the first rows, each with its reason and a link into the page that shows it."""
    words = page.words
    st.subheader(words("attention.title"), anchor=False)
    if found.empty:
        st.write(words("attention.nothing" if _known(page.view) else "attention.unknown"))
        return
    limit = int(setting("attention_rows", page.view.region))
    for place, row in enumerate(found.head(limit).to_dict("records"), start=1):
        label = f"{place}.\N{NO-BREAK SPACE}{reason(row, words)}"
        of_mentors = row["no_mentor"] > 0
        link = _link(page, row) | ({} if of_mentors else overdue_link.PART)
        st.page_link(MENTORING if of_mentors else ROAD_MAPS, label=label, query_params=link)
    if len(found) > limit:
        st.caption(words("attention.rest", n=len(found) - limit))
    schools = write_link(page.view, page.choices)
    st.page_link(DECISIONS, label=words("attention.to_decisions"), query_params=schools)


def _known(view: View) -> bool:
    """Tell whether both reasons have data in the year: silence is not a clean record."""
    totals = load(overview.totals, view)
    here = totals.loc[totals["year"].eq(view.year), "indicator"]
    return {"IND-03", "IND-13"} <= set(here)


def reason(row: dict, words: Words) -> str:
    """Say why a municipality is on the list: schools without a mentor, measures overdue."""
    said = []
    if row["no_mentor"] > 0:
        schools = words.number(row["schools"])
        said.append(words("attention.no_mentor", n=int(row["no_mentor"]), of=schools))
    if row["overdue"] > 0:
        said.append(words("attention.overdue", n=int(row["overdue"])))
    return f"{row['name']}: {', '.join(said)}\N{NO-BREAK SPACE}→"


def _link(page: Page[View], row: dict) -> dict[str, str]:
    return write_link(replace(page.view, municipality=row["oktmo"]), page.choices)
