"""Draw under which conditions schools work: by their marks, and school by school."""

from functools import partial
from typing import Any

import streamlit as st

from components.base.i18n import Words
from components.base.load import count_of_all, keep
from components.base.markdown import Markdown, strong
from components.base.theme import palette
from components.charts import sheet, split_bars
from components.low_performing import conditions_rows
from components.low_performing.choice import ListView, rows_key
from components.low_performing.conditions import STATES, conditions
from components.shell import bringing, messages, tables
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told

FILTERS = ("region", "municipality", "year", "cohort", "schools")
WIDTH = 900


def draw(page: Page[ListView]) -> None:
    """Say whose conditions are hard with and without the mark; then schools by name."""
    view, words = page.view, page.words
    found = conditions(view)
    if not found.told:
        with messages.box(words("low_performing.no_conditions_title")):
            st.write(words("low_performing.no_conditions", year=view.year))
        bringing.draw(page, "low_performing")
        return
    st.markdown(_finding(view, words))
    spec = keep(_spec, rows_key(view), page.theme)
    alt = words("low_performing.conditions_alt")
    st.vega_lite_chart(spec=spec, theme=None, key="conditions", alt=alt, width="content")
    st.caption(words("low_performing.conditions_help"))
    _table(page)


def _finding(view: ListView, words: Words) -> Markdown:
    found = conditions(view)
    marked = found.counts.set_index("kind").loc["adverse_conditions"]
    return words.marked(
        "low_performing.conditions_found",
        n=int(marked[list(STATES)].sum()),
        hard=int(marked["hard"]),
        unknown=int(marked["unknown"]),
        unflagged=found.unflagged,
    )


def _spec(view: ListView, theme: str) -> dict[str, Any]:
    """Draw a bar per kind of schools, split by their conditions."""
    words = Words(view.language)
    rows = conditions(view).counts
    heads = tuple(words(f"low_performing.conditions_{state}") for state in STATES)
    names = [words(f"low_performing.kind_{kind}") for kind in rows["kind"]]
    told = [
        "\n".join(
            [name, *(f"{head}: {row[state]}" for state, head in zip(STATES, heads, strict=True))]
        )
        for name, row in zip(names, rows.to_dict("records"), strict=True)
    ]
    drawn = rows.assign(id="", chosen=False, name=names, tooltip=told)
    return sheet.packed(split_bars.draw(drawn, STATES, heads, palette(theme), WIDTH, 0.3))


def _told(page: Page[ListView]) -> Told:
    """Say whose conditions are hard, beside the schools by name."""
    words = page.words
    return Told(
        # A slide has no Markdown: of the text that the page marks only the words are left.
        _finding(page.view, words).replace("**", ""),
        words("low_performing.conditions_help"),
        partial(keep, _spec, rows_key(page.view), "light"),
        words("low_performing.conditions_alt"),
        cards=("IND-19",),
    )


def _table(page: Page[ListView]) -> None:
    view, words = rows_key(page.view), page.words
    made = partial(keep, conditions_rows.rows, view)
    count = count_of_all(keep, conditions_rows.rows, view)
    if not count:
        return
    title = words("low_performing.table_conditions", n=count)
    with st.container(horizontal=True, vertical_alignment="center", key="head_conditions"):
        st.markdown(strong(title))
        files = tables.file_columns(conditions_rows.FILE, words, "low_performing")
        offer = Offer("low_performing_conditions", title, count, made, files, filters=FILTERS)
        menu.draw(page, offer, _told(page))
    if len(made()):
        st.html(
            keep(
                tables.of_view,
                conditions_rows.rows,
                conditions_rows.TABLE,
                view,
                "low_performing",
                "boxed",
            )
        )
