"""Draw the list by the rule beside the list brought, and let another rule be tried."""

from functools import partial

import streamlit as st

from components.base.list_rule import as_set
from components.base.load import keep
from components.base.markdown import strong
from components.low_performing import kept_rule_part, offer, rule, sentences
from components.low_performing.choice import LEAST, SHARES, WORKS, YEARS, ListView
from components.shell import messages, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told
from queries.methods.identification import YES

FILTERS = ("region", "municipality", "year", "cohort", "schools")
TRIED = (*("results_of", "rule_condition", "rule_share", "rule_works", "rule_years", "rule_least"),)
"""What is tried of the rule, beside the filters of the page."""


def draw(page: Page[ListView]) -> None:
    """Judge by the rule, if this reader may see what that tells; else say who may, and why."""
    words = page.words
    if not rule.is_seen():
        with messages.box(words("low_performing.hidden_title")):
            st.write(words("low_performing.hidden"))
        return
    if not page.view.results_of:
        st.markdown(words("low_performing.no_results"))
        return
    _controls(page)
    kept_rule_part.draw(page)
    found = rule.by_rule(page.view)
    counts = found.schools["state"].value_counts()
    known = {state: int(counts.get(state, 0)) for state in rule.STATES}
    st.markdown(
        words.marked(
            "low_performing.compared",
            n=known["both"] + known["rule_only"],
            of=known["both"] + known["brought_only"] + known["not_known"],
            results=page.view.results_of,
            **known,
        )
    )
    lacking = rule.year_lacking(page.view)
    if lacking:
        st.markdown(words("low_performing.nothing_before", year=lacking))
    if rule.asked(page.view) != as_set(page.view.region):
        before, more, less = found.tried
        st.markdown(words.marked("low_performing.tried", n=before, more=more, less=less))
    listed = found.schools.loc[found.schools["listed"].eq(YES), "chance"]
    if len(listed):
        st.markdown(sentences.luck(listed, words, page.view.region))
    _table(page)


def _controls(page: Page[ListView]) -> None:
    """Let the year of results and each number of the rule be tried."""
    view, words, asked = page.view, page.words, rule.asked(page.view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="rule_choice"):
        view_bar.draw_one(view, page.choices, words, "results_of", offer.possible)
        view_bar.draw_one(view, page.choices, words, "rule_condition", offer.possible)
    with st.container(horizontal=True, key="rule_scales"):
        for field, values, shown in (
            ("rule_share", SHARES, round(asked.share)),
            ("rule_works", WORKS, asked.works),
            ("rule_years", YEARS, asked.years),
            ("rule_least", LEAST, asked.least),
        ):
            with st.container(width=210):
                view_bar.scale(view, page.choices, words, field, values, shown)


def _table(page: Page[ListView]) -> None:
    view, words = page.view, page.words
    made = partial(keep, rule.differences, view)
    rows = made()
    title = words("low_performing.table_rule", n=len(rows))
    with st.container(horizontal=True, vertical_alignment="center", key="head_rule"):
        st.markdown(strong(title))
        if len(rows):
            files = tables.file_columns(rule.TABLE, words, "low_performing")
            offered = Offer(
                "low_performing_rule", title, len(rows), made, files, filters=FILTERS, own=TRIED
            )
            menu.draw(page, offered, Told(title))
    if len(rows):
        written = keep(
            tables.of_view, rule.differences, rule.TABLE, view, "low_performing", "boxed"
        )
        st.html(written)
