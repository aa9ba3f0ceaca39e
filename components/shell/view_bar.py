"""Let the reader choose, and keep the choice in the link and in the session.

The link is the truth of a run; the session only carries the choice over a change of page, where
the browser drops the link's parameters.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from components.base.i18n import Words
from components.base.labels import labels
from components.base.language import KEPT, language
from components.shell import viewed_version
from queries.links import read_link, write_link
from queries.view import Choices, View


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


Values = tuple[object, ...] | Mapping[object, str]
"""What may be chosen of a field; with names, where only the page knows them."""

Options = Callable[[View], Mapping[str, Values]]
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
    allowed = _offered(view, choices, options)
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
    "on": 1.9,
    "event": 2.5,
    "direction": 2.8,
    "addressee": 4.1,
}


def _select(view: View, choices: Choices, words: Words, field: str, values: Values) -> None:
    key = f"bar_{field}"
    options, named = _named(field, values, words)
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
    options, named = _named(field, _offered(view, choices, offered)[field], words)
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


def draw_one(
    view: View, choices: Choices, words: Words, field: str, options: Options | None = None
) -> None:
    """Draw the select box of one field, beside what it chooses."""
    _select(view, choices, words, field, _offered(view, choices, options)[field])


def scale(
    view: View,
    choices: Choices,
    words: Words,
    field: str,
    values: tuple[int, ...],
    shown: int,
) -> None:
    """Draw a slider over a few whole numbers; `shown` is what stands for the view's own value."""
    key = f"scale_{field}"
    st.session_state[key] = shown
    st.select_slider(
        words(f"view.{field}"),
        values,
        key=key,
        on_change=lambda: choose(view, choices, **{field: st.session_state[key]}),
    )


def _offered(view: View, choices: Choices, options: Options | None) -> dict[str, Values]:
    """List what each field may be: the page's own offer where it has one."""
    return {**choices.allowed(view), **(options(view) if options else {})}


def _named(
    field: str, values: Values, words: Words
) -> tuple[tuple[object, ...], Mapping[object, str]]:
    if isinstance(values, Mapping):
        return tuple(values), values
    return values, labels(field, values, words)


def _keep(view: View, choices: Choices) -> None:
    st.session_state[KEPT] = view
    link = write_link(view, choices) | viewed_version.parameters()
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)
