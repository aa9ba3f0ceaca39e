"""Draw the proposal of pairs: its weights, each pair with its reasons, and the file of accepted."""

from functools import partial

import pandas as pd
import streamlit as st

from components import downloads_menu, tables, view_bar
from components.downloads import XLSX_TYPE
from components.downloads_menu import Offer
from components.mentoring import offers
from components.mentoring.numbers import numbers
from components.own_data import naming
from components.page import Page
from data.schema import mentorship
from queries.view import WEIGHTS

MOST = 40
"""Schools listed at once; each costs two widgets, and the rest are reached by a filter."""

HEIGHT = 420


def draw(page: Page) -> None:
    """Draw the weights, the pairs, and what becomes of those accepted."""
    words, view = page.words, page.view
    n = numbers(view)
    if n.covered == len(n.schools):
        st.markdown(words("mentoring.nobody_without"))
        return
    found = offers.options(view)
    proposed, waiting = found["mentee_id"].nunique(), len(n.schools) - n.covered
    with st.container(horizontal=True, vertical_alignment="center", key="head_proposal"):
        title = words("mentoring.proposed", n=proposed, of=words.number(waiting))
        st.markdown(f"**{title}**")
        files = tables.file_columns(offers.OFFERED, words, "mentoring")
        made = partial(offers.offered, view)
        if proposed:
            offer = Offer("mentoring_proposal", title, proposed, made, files)
            downloads_menu.draw(page, offer)
    _weights(page)
    st.caption(words("mentoring.proposal_help"))
    accepted = _pairs(page, found)
    _taken(page, accepted)
    left = offers.uncoverable(view)
    if len(left):
        st.markdown(f"**{words('mentoring.uncoverable', n=len(left))}**")
        columns = (("name", "text"), ("municipality", "text"), ("why", "text"))
        st.html(tables.html(left, columns, words, "mentoring"))


def _weights(page: Page) -> None:
    columns = st.columns(len(offers.WEIGHTS), gap="medium")
    for column, name in zip(columns, offers.WEIGHTS, strict=True):
        with column:
            chosen = offers.weight(page.view, name)
            field = f"weight_{name}"
            view_bar.scale(page.view, page.choices, page.words, field, WEIGHTS, chosen)


def _pairs(page: Page, found: pd.DataFrame) -> dict[str, str]:
    """Draw a box to accept and the mentors to choose from for each school; give the accepted."""
    accepted, groups = {}, list(found.groupby("mentee_id", sort=False))
    with st.container(height=HEIGHT, border=True, key="proposal"):
        for mentee, some in groups[:MOST]:
            mentor = _pair(page, str(mentee), some)
            if mentor:
                accepted[str(mentee)] = mentor
    if len(groups) > MOST:
        st.caption(page.words("mentoring.more_pairs", n=len(groups) - MOST))
    return accepted


def _pair(page: Page, mentee: str, some: pd.DataFrame) -> str:
    """Draw one school's line; give the mentor accepted, or nothing."""
    words, first = page.words, some.iloc[0]
    left, middle, right = st.columns([1.3, 1.45, 1.35], vertical_alignment="center", gap="small")
    label = f"{first['mentee']} · {first['mentee_municipality']}"
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
    chosen = some[some["mentor_id"].eq(mentor)].iloc[0]
    right.caption(chosen["reasons"])
    return str(mentor) if taken else ""


def _mentor(row: dict) -> str:
    """Name a mentor, with its municipality where that is another one."""
    other = row["mentor_municipality"] != row["mentee_municipality"]
    return f"{row['mentor']} · {row['mentor_municipality']}" if other else str(row["mentor"])


def _taken(page: Page, accepted: dict[str, str]) -> None:
    """Say how many pairs were accepted, warn of overload, and offer the filled intake file."""
    words, view = page.words, page.view
    if not accepted:
        st.caption(words("mentoring.none_accepted"))
        return
    for row in offers.overloaded(view, accepted).itertuples():
        free = words.number(row.free)
        st.warning(words("mentoring.overloaded", name=row.name, n=int(row.given), free=free))
    n = numbers(view)
    after = words.number(n.covered + len(accepted))
    of = words.number(len(n.schools))
    st.markdown(words("mentoring.accepted", n=len(accepted), after=after, of=of))
    with st.container(horizontal=True, vertical_alignment="center", key="accepted_file"):
        st.download_button(
            words("mentoring.accepted_file"),
            data=partial(offers.intake_file, view, accepted),
            file_name=f"{naming.title(mentorship.name, words)} {view.day.isoformat()}.xlsx",
            mime=XLSX_TYPE,
            on_click="ignore",
        )
        label = words("mentoring.to_import")
        st.page_link("pages/import_data.py", label=label)
    if page.version["demonstration"]:
        st.caption(words("mentoring.demonstration_pairs"))
