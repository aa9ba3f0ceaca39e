"""Lead a region to its first data: what is done, what comes next, what each table would open."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.base.i18n import Words
from components.base.markdown import joined
from components.base.opens import OPENS, held, link
from components.import_data import files, template_files
from components.import_data.choice import ImportView
from components.shell.page import Page
from data.schema import INTAKE_TABLES, school
from queries.view import ALL

STEPS = ("region", "schools", "rest")


def narrowed(view: ImportView) -> ImportView:
    """Give the view that the page shows: a reader came for a table that can be brought, or none."""
    return view if view.wanted in OPENS else replace(view, wanted=ALL)


def steps(page: Page[ImportView]) -> None:
    """Draw the way to the first data of a region, or of files where it has some."""
    words, region = page.words, _region(page)
    if held(region)["own"][school.name]:
        st.markdown(words.marked("import_data.steps"))
        return
    done = (bool(files.region_chosen()), False, False)
    named = files.names_of_regions(words)[region]
    st.markdown(joined("\n", [_step(place, done, named, words) for place in range(len(STEPS))]))


def draw(page: Page[ImportView]) -> None:
    """Draw the table of all that can be brought, open until the region has schools of its own.

    What a reader came for stands first, by itself.
    """
    words, region = page.words, _region(page)
    rows, named = held(region), files.names_of_regions(words)[region]
    is_empty = not rows["own"][school.name]
    wanted = page.view.wanted
    if wanted:
        with st.container(border=True, key="wanted"):
            st.markdown(words.marked("first_hour.wanted"))
            _line(wanted, rows, page, "wanted")
    with st.expander(words("first_hour.table", region=named), expanded=is_empty):
        st.caption(words("first_hour.help"))
        with st.container(key="kinds"):
            for table in INTAKE_TABLES:
                _line(str(table.name), rows, page, "kinds")


def _region(page: Page[ImportView]) -> str:
    return files.region_chosen() or page.view.region


def _step(place: int, done: Sequence[bool], region: str, words: Words) -> str:
    """Say one step of the way, and whether it is done, comes now or later."""
    state = "done" if done[place] else "next" if all(done[:place]) else "later"
    said = words.marked(f"first_hour.step_{STEPS[place]}", region=region)
    return joined(" ", [said, words.marked(f"first_hour.{state}")])


def _line(name: str, rows: pd.DataFrame, page: Page[ImportView], where: str) -> None:
    """Draw one table: its template, whether the region has it, and what it opens."""
    words = page.words
    kind, state, opens = st.columns([3, 2, 5], vertical_alignment="center", gap="small")
    with kind:
        template_files.one(name, words, f"{where}_{name}")
    state.markdown(_state(rows.loc[name], words))
    with opens.container(horizontal=True, vertical_alignment="center"):
        st.caption(words(f"opens.{name}"), width="content")
        for target, part in OPENS[name] if rows["own"][name] else ():
            here = {"region": _region(page), "language": words.language}
            st.page_link(
                f"pages/{target}.py",
                label=words(f"{target}.title"),
                query_params=here | link(target, part),
            )


def _state(row: pd.Series, words: Words) -> str:
    """Say whether a region has a table: own rows, those of the demonstration, or none."""
    if row["own"]:
        return words.marked("first_hour.has", n=int(row["own"]))
    return words.marked("first_hour.demonstration" if row["rows"] else "first_hour.has_not")
