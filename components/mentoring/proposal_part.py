"""Draw the proposal of pairs: its weights, each pair with its reasons, and the file of accepted."""

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from components.base import table_names
from components.base.load import count_of_all
from components.base.markdown import joined, linked, strong
from components.base.school_link import school_address
from components.mentoring import proposed_pairs
from components.mentoring.choice import WEIGHTS, MentoringView
from components.mentoring.listing import FILTERS
from components.mentoring.numbers import numbers
from components.mentoring.told import told
from components.shell import handing, tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from data.schema import mentorship

MOST = 40
"""Schools listed at once; each costs two widgets, and the rest are reached by a filter."""

START = 215
"""Width of the select box of the first day, px."""

FITS = 56
"""Letters of a mentor that its select box shows whole at 1280 px; a longer one is written out."""


def draw(page: Page[MentoringView]) -> None:
    """Draw the weights, the pairs, and what becomes of those accepted."""
    words, view = page.words, page.view
    n = numbers(view)
    if n.covered == n.listed:
        st.markdown(words("mentoring.nobody_without"))
        return
    found = proposed_pairs.options(view)
    proposed, waiting = count_of_all(proposed_pairs.offered, view), n.listed - n.covered
    with st.container(horizontal=True, vertical_alignment="center", key="head_proposal"):
        title = words("mentoring.proposed", n=proposed, of=words.number(waiting))
        st.markdown(strong(title))
        files = tables.file_columns(proposed_pairs.OFFERED, words, "mentoring")
        made = partial(proposed_pairs.offered, view)
        if len(found):
            shown = found["mentee_id"].nunique()
            weights = tuple(f"weight_{name}" for name in proposed_pairs.WEIGHTS)
            offer = Offer(
                "mentoring_proposal", title, shown, made, files, filters=FILTERS, own=weights
            )
            menu.draw(page, offer, told(page, "proposal", title))
            _all_or_none(page, list(found["mentee_id"].unique())[:MOST])
    _weights(page)
    place, left = st.container(), proposed_pairs.uncoverable(view)
    accepted = _pairs(page, found)
    with place:
        _taken(page, accepted)
    if len(left):
        nobody = count_of_all(proposed_pairs.uncoverable, view)
        st.markdown(strong(words("mentoring.uncoverable", n=nobody)))
        columns = (("name", "school"), ("municipality", "text"), ("why", "text"))
        st.html(tables.html(left, columns, view, "mentoring", "boxed"))


def _all_or_none(page: Page[MentoringView], mentees: list[str]) -> None:
    """Draw the button that ticks every school listed, or, once all are, takes every tick away."""
    keys = [f"accept_{mentee}" for mentee in mentees]
    ticked = all(st.session_state.get(key) for key in keys)

    def turn() -> None:
        st.session_state.update(dict.fromkeys(keys, not ticked))

    name = "mentoring.accept_none" if ticked else "mentoring.accept_all"
    st.button(page.words(name), key="accept_all", on_click=turn)


def _weights(page: Page[MentoringView]) -> None:
    columns = st.columns(len(proposed_pairs.WEIGHTS), gap="medium")
    for column, name in zip(columns, proposed_pairs.WEIGHTS, strict=True):
        with column:
            chosen = proposed_pairs.weight(page.view, name)
            field = f"weight_{name}"
            view_bar.scale(page.view, page.choices, page.words, field, WEIGHTS, chosen)


def _pairs(page: Page[MentoringView], found: pd.DataFrame) -> dict[str, str]:
    """Draw a box to accept and the mentors to choose from for each school; give the accepted."""
    accepted, groups = {}, list(found.groupby("mentee_id", sort=False))
    with st.container(border=True, key="proposal"):
        for mentee, some in groups[:MOST]:
            mentor = _pair(page, str(mentee), some)
            if mentor:
                accepted[str(mentee)] = mentor
    if len(groups) > MOST:
        st.caption(page.words("mentoring.more_pairs", n=len(groups) - MOST))
    return accepted


def _pair(page: Page[MentoringView], mentee: str, some: pd.DataFrame) -> str:
    """Draw one school's line; give the mentor accepted, or nothing."""
    words, first = page.words, some.iloc[0]
    left, middle, right = st.columns([0.9, 2.25, 1.05], vertical_alignment="center", gap="small")
    label = joined(", ", (first["mentee"], first["mentee_municipality"]))
    taken = left.checkbox(label, key=f"accept_{mentee}")
    named = {row["mentor_id"]: _mentor(row) for row in some.to_dict("records")}
    mentor = middle.selectbox(
        words("mentoring.mentor_of", name=first["mentee"]),
        list(named),
        format_func=named.__getitem__,
        key=f"mentor_{mentee}_{first['mentor_id']}",
        label_visibility="collapsed",
        placeholder=words("view.mentor"),
    )
    reasons = str(some[some["mentor_id"].eq(mentor)].iloc[0]["reasons"])
    said = reasons if len(named[mentor]) <= FITS else f"{named[mentor]}: {reasons}"
    # In a window of its own: what was ticked here would be lost with the page.
    card = linked(words("mentoring.card_of"), school_address(mentee, page.view))
    right.caption(joined(" · ", (said, card)))
    return str(mentor) if taken else ""


def _mentor(row: dict) -> str:
    """Name a mentor, with its municipality where that is another one."""
    other = row["mentor_municipality"] != row["mentee_municipality"]
    return f"{row['mentor']} · {row['mentor_municipality']}" if other else str(row["mentor"])


def _start(page: Page[MentoringView]) -> dt.date:
    """Ask for the day on which the accepted pairs begin; a day is found by typing a part of it."""
    days = proposed_pairs.starts(page.view)
    with st.container(width=START):
        return st.selectbox(
            page.words("mentoring.starts"),
            days,
            index=days.index(page.view.day),
            format_func=page.words.short_day,
            key=f"accepted_start_{page.view.day.isoformat()}",
            placeholder=page.words("mentoring.starts"),
        )


def _taken(page: Page[MentoringView], accepted: dict[str, str]) -> None:
    """Say how many pairs were accepted, warn of overload, and offer the filled intake file."""
    words, view = page.words, page.view
    if not accepted:
        texts = ("mentoring.proposal_help", "mentoring.none_accepted")
        st.caption(" ".join(map(words, texts)))
        return
    for row in proposed_pairs.overloaded(view, accepted).itertuples():
        free = words.number(row.free)
        st.warning(words("mentoring.overloaded", name=row.name, n=int(row.given), free=free))
    n = numbers(view)
    after = words.number(n.covered + len(accepted))
    of = words.number(n.listed)
    with st.container(horizontal=True, vertical_alignment="center", key="accepted_file"):
        st.markdown(words("mentoring.accepted", n=len(accepted), after=after, of=of))
        start = _start(page)
        name = f"{table_names.title(mentorship.name, words)} {start.isoformat()}.xlsx"
        made = partial(proposed_pairs.intake_file, view, accepted, start)
        handing.draw(page, "pairs", name, made)
    if pd.notna(page.version["seed"]):
        st.caption(words("mentoring.demonstration_pairs"))
