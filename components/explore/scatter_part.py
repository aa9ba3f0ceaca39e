"""Draw the plot: what it is made of, its finding, the chart with the lasso, the table beside it."""

from dataclasses import replace

import streamlit as st

from components.base.load import keep
from components.base.markdown import strong
from components.base.rights import right
from components.base.shortened import listed, shortened
from components.explore import (
    offer,
    scatter_choice,
    scatter_plotly,
    scatter_rows,
    scatter_sentences,
    scatter_told,
)
from components.explore.choice import ExploreView
from components.explore.scatter import (
    MOST_TRAILS,
    caught,
    chosen_rows,
    scatter,
    standing,
    trails,
    years,
)
from components.shell import bringing, messages, view_bar
from components.shell.page import Page
from components.slides import menu
from queries.field_values import MOST_PICKED
from queries.view import ALL


def switches(page: Page[ExploreView]) -> None:
    """Draw what the points are, the tool that catches them, and whether they leave trails."""
    scatter_choice.kinds(page)
    view_bar.switch(page.view, page.choices, page.words, "tool", offer.possible)
    view_bar.switch(page.view, page.choices, page.words, "trails", offer.possible)
    scatter_choice.nothing(page)


NAMED = 5
"""Points of the lasso without a place that are named; the others are counted."""


def draw(page: Page[ExploreView]) -> None:
    """Draw the plot of the view, or say why there is none."""
    view, words = page.view, page.words
    _numbers(page)
    st.subheader(scatter_sentences.finding(view, words), anchor=False)
    said = scatter_sentences.detail(view, words), scatter_sentences.left(view, words)
    st.markdown(" ".join(part for part in said if part))
    if scatter(view).quarters is None and not scatter(view).points.left:
        if view.dots == "school" and not right().sees_all():
            st.caption(words("rights.all_hidden"))
            return
        messages.nothing_chosen(words)
        bringing.draw(page, "explore")
        return
    if scatter(view).quarters is None and standing(view) is None:
        _steps(page)  # the words above say why nothing is drawn
        return
    with st.container(key="row_scatter"):
        chart, table = st.columns([3, 2], gap="medium")
    with chart:
        _chart(page)
        _steps(page)
    with table:
        _table(page)


def _numbers(page: Page[ExploreView]) -> None:
    with st.container(key="scatter_numbers"):
        for column, field in zip(st.columns(5), offer.NUMBERS, strict=True):
            with column:
                view_bar.draw_one(page.view, page.choices, page.words, field, offer.possible)


def _steps(page: Page[ExploreView]) -> None:
    """Let the reader go through the years, by mouse or by keys: nothing moves by itself."""
    view, known = page.view, years(page.view)
    if len(known) > 1:
        view_bar.scale(view, page.choices, page.words, "year", known, view.year)


def _chart(page: Page[ExploreView]) -> None:
    view, words = page.view, page.words
    shown = replace(scatter_told.key(view), tool=view.tool)
    if not (view.trails == "yes" and (view.caught or view.quarter)):
        shown = replace(shown, caught=ALL, quarter="")
    drawn = keep(scatter_plotly.figure, shown, page.theme, page.room)
    key = f"scatter_{view.dots}_{view.year}_{view.quarter}_{view.tool}"
    if not scatter_choice.is_marked(key):
        drawn = scatter_plotly.marked(drawn, set(chosen_rows(view)["code"]))
    st.plotly_chart(
        drawn,
        theme=None,
        key=key,
        on_select=lambda: scatter_choice.caught(page, key),
        selection_mode=("points", view.tool),
        config=scatter_plotly.CONFIG,
        alt=words("scatter.alt"),
    )
    said = [words("scatter.caption"), *_of_looks(page), *_of_trails(page)]
    st.caption(" ".join(said))


def _of_looks(page: Page[ExploreView]) -> list[str]:
    return [
        page.words(f"scatter.caption_{name}")
        for name in ("by_size", "by_colour", "by_shape")
        if getattr(page.view, name)
    ]


def _of_trails(page: Page[ExploreView]) -> list[str]:
    if page.view.trails == "no":
        return []
    name = "too_many_trails" if trails(page.view).empty else "caption_trails"
    return [page.words(f"scatter.{name}", most=MOST_TRAILS)]


def _table(page: Page[ExploreView]) -> None:
    view, words, offered = page.view, page.words, scatter_told.offered(page)
    view_bar.draw_one(view, page.choices, words, "quarter", offer.possible)
    if not (offered.count or view.caught or view.quarter):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="head_scatter"):
        st.markdown(strong(offered.title))
        menu.draw(page, offered, scatter_told.told(page))
    if scatter_choice.too_many(view):
        st.caption(words("scatter.caught_most", most=MOST_PICKED))
    if lost := sorted(set(caught(view)) - set(chosen_rows(view)["code"])):
        said = listed([f"«{shortened(code)}»" for code in lost[:NAMED]], words)
        st.caption(words("scatter.caught_lost", n=len(lost), said=said))
    scatter_choice.only_these(page)
    if offered.count:
        with st.container(key="scatter_table"):
            st.html(keep(scatter_rows.html, scatter_told.key(view)))
    if offered.count > scatter_rows.MOST:
        st.caption(words("scatter.first", most=scatter_rows.MOST))
