"""Let the reader choose, and keep the choice in the link and in the session.

The link is the truth of a run; the session only carries the choice over a change of page, where
the browser drops the link's parameters.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.choices import names
from components.i18n import Words
from components.language import KEPT, language
from components.own_data import viewed
from queries.links import read_link, write_link
from queries.view import ALL, NEVER, Choices, View


def current(choices: Choices) -> tuple[View, tuple[tuple[str, str], ...]]:
    """Give the view of this run, and what the link named that does not exist."""
    link = st.query_params.to_dict()
    refused: tuple[tuple[str, str], ...] = ()
    kept = st.session_state.get(KEPT)
    if link or not isinstance(kept, View) or kept.region not in choices.regions:
        view, refused = read_link(link, choices, language())
    else:
        view, refused = read_link(write_link(kept, choices), choices)
    _keep(view, choices)
    return view, refused


def choose(view: View, choices: Choices, **changes: object) -> None:
    """Change the view; the next run reads it from the link."""
    chosen = view.but(**changes)
    _keep(chosen, choices)
    if chosen.municipality != view.municipality:
        st.session_state[ELSEWHERE] = times_chosen_elsewhere() + 1


def choose_on_chart(view: View, choices: Choices, municipality: str) -> None:
    """Change the municipality by a click on a chart, which marks its own choice."""
    _keep(view.but(municipality=municipality), choices)


def times_chosen_elsewhere() -> int:
    """Count municipalities chosen off the charts: a chart must forget its last click then.

    A browser does not report a click on what a chart believes to be chosen already; a chart
    with this number in its key is a new one that believes nothing.
    """
    return int(st.session_state.get(ELSEWHERE, 0))


Options = Callable[[View], dict[str, tuple[object, ...]]]
"""What a page offers for some fields, where that is less than a link may name."""


def draw(
    view: View,
    choices: Choices,
    words: Words,
    fields: tuple[str, ...],
    options: Options | None = None,
) -> None:
    """Draw one select box for each of `fields`, and a way back to the default view."""
    if not fields:
        return
    allowed = choices.allowed(view) | (options(view) if options else {})
    columns = st.columns(
        [*(WIDTHS.get(field, 2) for field in fields), 1.1], vertical_alignment="bottom", gap="small"
    )
    for column, field in zip(columns, fields, strict=False):
        with column:
            _select(view, choices, words, field, allowed[field])
    columns[-1].button(
        words("view.reset"),
        on_click=lambda: choose(choices.default(language=view.language), choices),
        width="stretch",
    )


ELSEWHERE = "chosen_elsewhere"
WIDTHS = {
    "region": 3.1,
    "municipality": 2.8,
    "year": 1.4,
    "indicator": 2.95,
    "cohort": 1.4,
    "schools": 1.9,
}


def _select(
    view: View, choices: Choices, words: Words, field: str, options: tuple[object, ...]
) -> None:
    key = f"bar_{field}"
    named = labels(field, options, words)
    st.session_state[key] = getattr(view, field)
    st.selectbox(
        words(f"view.{field}"),
        options,
        key=key,
        format_func=named.__getitem__,
        on_change=lambda: choose(view, choices, **{field: st.session_state[key]}),
        placeholder=words(f"view.{field}"),  # or Streamlit's own, in English
        disabled=len(options) < 2,
    )


def switch(
    view: View, choices: Choices, words: Words, field: str, offered: Options | None = None
) -> None:
    """Draw a row of buttons for a field with few values."""
    key = f"switch_{field}"
    options = (choices.allowed(view) | (offered(view) if offered else {}))[field]
    named = labels(field, options, words)
    st.session_state[key] = getattr(view, field)
    st.segmented_control(
        words(f"view.{field}"),
        options,
        key=key,
        required=True,
        format_func=named.__getitem__,
        on_change=lambda: choose(view, choices, **{field: st.session_state[key]}),
        label_visibility="collapsed",
    )


def label(field: str, value: object, words: Words) -> str:
    """Name one value of a field in the reader's language."""
    return labels(field, (value,), words)[value]


def labels(field: str, values: tuple[object, ...], words: Words) -> dict[object, str]:
    """Name values of a field in the reader's language, with one look at the store."""
    known: dict[Any, str]
    if field in ("year", "first_year", "cohort"):
        known = {value: str(value) for value in values} | {NEVER: words("view.all_cohorts")}
    elif field in ("region", "municipality", "indicator"):
        known = {ALL: words("view.all_municipalities"), **names(words.language)[field]}
    elif field == "subject":
        known = {value: words(f"subject.{value}") for value in values}
    else:
        known = {value: words(f"view.{field}_{value}") for value in values}
    return {value: known[value] for value in values}


def _keep(view: View, choices: Choices) -> None:
    st.session_state[KEPT] = view
    link = write_link(view, choices) | viewed.parameters()
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)
