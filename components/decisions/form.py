"""Take down decisions on schools, and hand them out as a filled intake file to be published."""

import datetime as dt
from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.base import table_names
from components.base.markdown import as_text
from components.decisions import noted
from components.decisions.choice import DecisionsView
from components.decisions.noted import Noted
from components.shell import handing
from components.shell.page import Page
from data.schema import school_decision
from data.schema.columns import DECISION_KINDS

NOTED = "noted_decisions"
"""Where the decisions of this session wait until their file is taken."""

FAULT = "noted_fault"
"""Where it waits what kept the last one from being noted."""

WHAT, ROLE = "noted_what", "noted_role"
COLUMNS = (2.2, 1.3, 1.1)
"""Widths of the three fields of a line."""

LONGEST = 200
"""Letters of a decision and of a role."""


def draw(page: Page[DecisionsView]) -> None:
    """Draw the fields of one decision, and those that were noted with their file."""
    words = page.words
    with st.expander(words("decisions.form_title"), expanded=bool(_waiting(page)), key="noting"):
        st.caption(words("decisions.form_help"))
        schools = noted.schools(page.view)
        if not schools:
            st.caption(words("rights.all_hidden"))
            return
        _fields(page, schools)
        _taken(page)


def _fields(page: Page[DecisionsView], schools: dict[str, str]) -> None:
    """Ask what was decided on which school, by which role and when it is to be done."""
    words, day = page.words, page.view.day
    place = page.view.municipality or page.view.region
    first, second, third = st.columns(COLUMNS, vertical_alignment="bottom")
    with first:
        school = _box(page, "school", schools, place)
    with second:
        kinds = {code: words(f"decisions.kind_{code}") for code in DECISION_KINDS}
        kind = _box(page, "kind", kinds, "any")
    with third:
        held = noted.days(day, -noted.BEFORE, noted.AFTER)
        decided = _box(page, "decided_on", held, day.isoformat(), noted.BEFORE)
    first, second, third = st.columns(COLUMNS, vertical_alignment="bottom")
    first.text_input(words("decisions.field_decision"), key=WHAT, max_chars=LONGEST)
    second.text_input(words("decisions.field_role"), key=ROLE, max_chars=LONGEST)
    with third:
        met: str = st.session_state[decided]
        terms = noted.days(dt.date.fromisoformat(met), 1, noted.LONGEST_TERM)
        due = _box(page, "due", terms, met, noted.USUAL_TERM - 1)
    keys = (school, decided, kind, WHAT, ROLE, due)
    label = words("decisions.note")
    st.button(label, key="note", type="primary", on_click=partial(_note, keys))
    if fault := st.session_state.pop(FAULT, ""):
        st.warning(words(f"decisions.fault_{fault}"))


def _box(
    page: Page[DecisionsView], name: str, named: Mapping[str, str], of: str, index: int = 0
) -> str:
    """Draw one box and give its key; `of`: what its options depend on, so others begin anew."""
    label, key = page.words(f"decisions.field_{name}"), f"noted_{name}_{of}"
    st.selectbox(
        label,
        list(named),
        index=index,
        format_func=named.__getitem__,
        key=key,
        placeholder=label,
    )
    return key


def _note(keys: tuple[str, ...]) -> None:
    """Keep the decision that the fields hold, or what keeps it from being noted."""
    state = st.session_state
    school, decided, kind, said, role, due = (str(state[key]) for key in keys)
    met, term = map(dt.date.fromisoformat, (decided, due))
    decision = Noted(school, met, kind, said.strip(), role.strip(), term)
    state[FAULT] = noted.fault(decision)
    if not state[FAULT]:
        state[NOTED] = (*state.get(NOTED, ()), decision)
        state[WHAT] = ""


def _waiting(page: Page[DecisionsView]) -> tuple[Noted, ...]:
    """Give the noted decisions on schools that this reader sees in the region of the view.

    What has been published since waits no more.
    """
    known, published = noted.every_school(page.view), noted.published(page.view)
    return tuple(
        each
        for each in st.session_state.get(NOTED, ())
        if each.school_id in known and each not in published
    )


def _taken(page: Page[DecisionsView]) -> None:
    """List what was noted, let it be taken away again, and offer the file."""
    words, view, waiting = page.words, page.view, _waiting(page)
    if not waiting:
        return
    named = noted.every_school(view)
    for place, each in enumerate(waiting):
        with st.container(horizontal=True, vertical_alignment="center", key=f"noted_{place}"):
            due = words.short_day(each.due_date)
            told = words(
                "decisions.noted",
                school=named[each.school_id],
                decision=each.decision,
                role=each.responsible,
                due=due,
            )
            st.markdown(as_text(told))
            st.button(words("decisions.drop"), key=f"drop_{place}", on_click=partial(_drop, each))
    with st.container(horizontal=True, vertical_alignment="center", key="noted_file"):
        st.markdown(words("decisions.noted_count", n=len(waiting)))
        day = max(each.decided_on for each in waiting)
        made = partial(noted.intake_file, view, waiting)
        handing.draw(page, "decisions", _file_name(day, page), made)


def _file_name(day: dt.date, page: Page[DecisionsView]) -> str:
    return f"{table_names.title(school_decision.name, page.words)} {day.isoformat()}.xlsx"


def _drop(gone: Noted) -> None:
    st.session_state[NOTED] = tuple(each for each in st.session_state[NOTED] if each != gone)
