"""Draw the head of the page: what was done by the day, and what of it cannot be counted."""

import streamlit as st

from components.base.load import load
from components.roadmaps import facts, sentences
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from components.roadmaps.offer import has_facts
from components.shell import bringing, messages, school_counts
from components.shell.page import Page
from queries import roadmaps
from queries.view import ALL, region_key


def draw(page: Page[RoadmapsView]) -> None:
    """Say the counts in a line, and in another what stands beside them."""
    n, words, view = numbers(page.view), page.words, page.view
    if n.maps.empty:
        _of_facts(page)
        return
    st.subheader(sentences.headline(n.counts, n.late_today, n.day, words), anchor=False)
    notes = [
        sentences.marking(n.marking, words),
        sentences.unproved(n.counts["unproved"], words),
        sentences.unmarked(int(n.occasions["state"].eq("unmarked").sum()), words),
    ]
    if view.municipality != ALL and n.marked.empty:
        notes.append(sentences.without_marks(n.reported, words))
    st.caption(" ".join([words("roadmaps.caption"), *(note for note in notes if note)]))
    school_counts.draw(page, ("marked",), school_counts.counted(page))


def _of_facts(page: Page[RoadmapsView]) -> None:
    """A region without road maps of the year has its stated facts, or nothing."""
    view, words, n = page.view, page.words, numbers(page.view)
    if has_facts(view):
        total = facts.totals(view)
        st.subheader(sentences.facts_headline(total, words), anchor=False)
        st.caption(words("roadmaps.facts_caption"))
        return
    with messages.box(words("roadmaps.nothing_title")):
        st.write(words("roadmaps.nothing"))
        if known := sentences.known_maps(load(roadmaps.maps, region_key(view)), words):
            st.write(known)
        if view.municipality != ALL:
            st.write(sentences.without_marks(n.reported, words))
    bringing.draw(page, "roadmaps")
