"""Draw beside the counts who chose the cohort, and why others cannot be chosen or judged."""

import streamlit as st

from components.base.choices import choices
from components.base.pins import Pin
from components.dynamics import cohort_sentences, counts
from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind, level
from components.dynamics.numbers import numbers
from components.shell import pin
from components.shell.page import Page


def draw(page: Page[DynamicsView]) -> None:
    """Offer the ladder of schools, and say what there is to say of cohorts in its row."""
    with st.container(horizontal=True, vertical_alignment="center", key="cohort_row"):
        counts.draw(page)
        if said := " ".join(sentences(page)):
            with st.container():
                st.caption(said)
        if cohort := _in_colour(page):
            pin.draw(page.view, page.choices, page.words, Pin("cohort", str(cohort)))


def _in_colour(page: Page[DynamicsView]) -> int:
    """Give the cohort in colour, 0 without any."""
    view = page.view
    return numbers(view).cohort if kind(view) == "shares" else level(view).cohort


def sentences(page: Page[DynamicsView]) -> list[str]:
    """Give what applies: of the choice by the program, of none at all, of those not judged."""
    view, words = page.view, page.words
    offered = choices().cohorts.get(view.region, ())
    of_shares = kind(view) == "shares"
    shown = numbers(view) if of_shares else level(view)
    found = [
        cohort_sentences.by_program(view.cohort, shown.cohort, shown.last, words),
        cohort_sentences.no_choice(offered, words),
    ]
    if of_shares:
        n = numbers(view)
        others = [entry for entry in offered if entry != n.cohort]
        found.append(cohort_sentences.not_judged(others, n.cohorts, n.years, words))
    return [said for said in found if said]
