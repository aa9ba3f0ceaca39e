"""Draw the card of one recommendation: what it asks of whom, what it lacks, what became of it."""

from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import load, of_all
from components.base.markup import written
from components.recommendations import sentences
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import (
    everything,
    marked,
    newest,
    opened,
    progress,
    returned,
)
from components.recommendations.offer import possible
from components.recommendations.rows import indicator, measured
from components.shell import navigation, school_counts, view_bar
from components.shell.page import Page
from queries import recommendations
from queries.links import write_link
from queries.view import ALL, View, of, region_key

PAGE = "pages/recommendations.py"
KEYS = (
    "addressees",
    "term",
    "indicator_said",
    "measured_said",
    "lacking",
    "document",
    "repeats",
    "marked",
)
"""What a card tells, in order."""

MENTORED = "IND-03"
"""The indicator whose whole is schools."""

TOLD_AT = {MENTORED: "mentoring"}
"""The page that tells an indicator in full."""


def draw(page: Page[RecommendationsView]) -> None:
    """Draw the list of recommendations and the card of the one that is open."""
    view = replace(page.view, recommendation=opened(page.view))
    view_bar.draw_one(view, page.choices, page.words, "recommendation", possible)
    rows = everything(view)
    found = rows[rows["rec_id"].eq(view.recommendation)]
    if found.empty:
        return
    row = found.iloc[0].to_dict()
    st.html(_html(row, view, page.words))
    if row["indicator_code"] == MENTORED and MENTORED in progress(view):
        here = replace(region_key(view), municipality=view.municipality)
        school_counts.draw(page, ("reported",), here)
    _ways(page, row)


def _html(row: dict, view: RecommendationsView, words: Words) -> Markup:
    """Write what is known of a recommendation as pairs of a term and its words."""
    texts = (
        row["addressees"],
        sentences.term(row, words),
        indicator(row, progress(view), view, words),
        measured(row["rec_id"], progress(view), view, words),
        sentences.lacking(row, words),
        sentences.document(row, words),
        sentences.repeats(row["rec_id"], returned(view), words),
        _marks(row["rec_id"], view, words),
    )
    named = [words(f"recommendations.column_{key}") for key in KEYS]
    return written(
        "recommendations/card.html",
        code=row["rec_id"],
        wording=row["text_ru"],
        terms=zip(named, texts, strict=True),
    )


def _marks(rec_id: str, view: RecommendationsView, words: Words) -> str:
    """Say who marked what: municipalities by state, the chosen one, and schools apart."""
    counts = marked(view).set_index("rec_id").loc[rec_id].to_dict()
    parts = [sentences.states(counts, words)]
    if view.municipality != ALL:
        parts.insert(0, own_mark(rec_id, view, words))
    if schools := of_all(_schools, rec_id, region_key(view)):
        parts.append(words("recommendations.school_marks", n=schools))
    return "; ".join(parts)


def _schools(rec_id: str, view: View) -> int:
    """Count the schools that marked a recommendation."""
    every = load(recommendations.marks, view)
    return int(every.loc[every["rec_id"].eq(rec_id), "school_id"].nunique())


def own_mark(rec_id: str, view: RecommendationsView, words: Words) -> str:
    """Say what the chosen municipality marked of a recommendation."""
    name, found = municipality_name(view.municipality, words), newest(view)
    own = found[found["rec_id"].eq(rec_id) & found["oktmo"].eq(view.municipality)]
    if own.empty:
        return f"{name}: {sentences.mark('unmarked', None, words)}"
    return f"{name}: {sentences.mark(own['state'].iloc[0], own['evidence'].iloc[0], words)}"


def _ways(page: Page[RecommendationsView], row: dict) -> None:
    """Lead to what the recommendation repeats, and to the page of its indicator."""
    pairs, words = returned(page.view), page.words
    later = list(pairs.loc[pairs["earlier"].eq(row["rec_id"]), "later"])
    earlier = list(pairs.loc[pairs["later"].eq(row["rec_id"]), "earlier"])
    for rec_id in (*earlier, *later):
        whole = replace(page.view, lacks="nothing", event=ALL, direction=0, addressee=ALL)
        label = words("recommendations.to_repeat", code=rec_id)
        _link(PAGE, label, replace(whole, recommendation=rec_id), page)
    told = TOLD_AT.get("" if pd.isna(row["indicator_code"]) else row["indicator_code"])
    if told and navigation.has(told):
        _link(f"pages/{told}.py", words("recommendations.to_mentoring"), of(View, page.view), page)


def _link(path: str, label: str, view: View, page: Page[RecommendationsView]) -> None:
    st.page_link(path, label=label, query_params=write_link(view, page.choices))
