"""Let the reader choose, and keep the choice in the link and in the session.

The link is the truth of a run; the session only carries the choice over a change of page, where
the browser drops the link's parameters.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from components.base import linked_view
from components.base.i18n import Words
from components.base.labels import labels
from components.base.language import KEPT, language
from components.base.linked_view import Refused
from components.shell import arranged, folded, viewed_version
from data.errors import ReaderError
from queries import view as views
from queries.links import write_link
from queries.view import Choices, V, View, of, shared

OWN = "views_of_pages"
"""Where the session keeps, by kind of view, what a page alone asks for, over a change of page."""


def current(choices: Choices, kind: type[V]) -> tuple[V, Refused]:
    """Give the view of this run as the kind that the page wants, and what the link garbled."""
    link = st.query_params.to_dict()
    kept = st.session_state.get(KEPT)
    if not link and isinstance(kept, View) and kept.region in choices.regions:
        link = write_link(_of_page(kind, kept), choices)
    view, refused = linked_view.read(link, choices, kind, language())
    _keep(view, choices)
    return view, refused


def shown(choices: Choices) -> View:
    """Give the view that the page of this run has read."""
    kept = st.session_state.get(KEPT)
    return kept if isinstance(kept, View) else current(choices, View)[0]


def choose(view: View, choices: Choices, field: str, value: object) -> None:
    """Change one field of the view; the next run reads it from the link."""
    change(view, views.choose(view, field, value), choices)


def change(view: View, chosen: View, choices: Choices) -> None:
    """Go from one view to another; the next run reads it from the link."""
    _keep(chosen, choices)
    if chosen.municipality != view.municipality:
        st.session_state[ELSEWHERE] = times_chosen_elsewhere() + 1


def choose_on_chart(view: View, choices: Choices, municipality: str) -> None:
    """Change the municipality by a click on a chart, which marks its own choice."""
    _keep(replace(view, municipality=municipality), choices)


def times_chosen_elsewhere() -> int:
    """Count municipalities chosen off the charts: a chart must forget its last click then.

    A browser does not report a click on what a chart believes to be chosen already; a chart
    with this number in its key is a new one that believes nothing.
    """
    return int(st.session_state.get(ELSEWHERE, 0))


Values = tuple[object, ...] | Mapping[object, str]
"""What may be chosen of a field; with names, where only the page knows them."""

Options = Callable[[V], Mapping[str, Values]]
"""What a page offers for some fields, where that is less than a link may name."""


def draw(
    view: V,
    choices: Choices,
    words: Words,
    fields: tuple[str, ...],
    options: Options[V] | None = None,
) -> None:
    """Draw one select box for each of `fields`, and a way back to the default view."""
    fields = tuple(field for field in fields if field not in OWN_LINES)
    if not fields:
        return
    allowed = _offered(view, choices, options)
    default = choices.default(type(view), language=view.language)
    with st.container(key="steering"):
        named = {field: _named(field, allowed[field], words)[1] for field in fields}
        chosen = {field: views.value(view, field) for field in fields}
        folded.draw(
            [(f, named[f][v], v != views.value(default, f)) for f, v in chosen.items()], words
        )
        with st.container(key="filters"):
            columns = st.columns(
                [*(WIDTHS.get(field, 2) for field in fields), 1.1],
                vertical_alignment="bottom",
                gap="small",
            )
        for column, field in zip(columns, fields, strict=False):
            with column:
                _select(view, choices, words, field, allowed[field])
        columns[-1].button(
            words("view.reset"),
            on_click=lambda: change(view, default, choices),
            width="stretch",
        )


@contextlib.contextmanager
def standing(view: V, choices: Choices, words: Words, fields: tuple[str, ...]) -> Iterator[None]:
    """Draw at least the filters of every page where a mistake keeps the page from its own."""
    try:
        yield
    except ReaderError:
        raise
    except Exception:
        known = _offered(view, choices, None).keys() & views.shared(view).keys()
        draw(view, choices, words, tuple(field for field in fields if field in known))
        raise


OWN_LINES = ("picked", "group", "places", "cohorts")
"""Fields that have a line of their own below the select boxes."""

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
    st.session_state[key] = views.value(view, field)
    st.selectbox(
        words(f"view.{field}"),
        options,
        key=key,
        format_func=named.__getitem__,
        on_change=lambda: choose(view, choices, field, st.session_state[key]),
        placeholder=words(f"view.{field}"),  # or Streamlit's own, in English
        disabled=len(options) < 2,
    )


def switch(
    view: V, choices: Choices, words: Words, field: str, offered: Options[V] | None = None
) -> None:
    """Draw a row of buttons for a field with few values."""
    key = f"switch_{field}"
    options, named = _named(field, _offered(view, choices, offered)[field], words)
    st.session_state[key] = views.value(view, field)
    st.segmented_control(
        words(f"view.{field}"),
        options,
        key=key,
        required=True,
        format_func=named.__getitem__,
        on_change=lambda: choose(view, choices, field, st.session_state[key]),
        label_visibility="collapsed",
    )


def draw_one(
    view: V, choices: Choices, words: Words, field: str, options: Options[V] | None = None
) -> None:
    """Draw the select box of one field, beside what it chooses."""
    _select(view, choices, words, field, _offered(view, choices, options)[field])


def scale(
    view: View,
    choices: Choices,
    words: Words,
    field: str,
    values: Sequence[int],
    shown: int,
) -> None:
    """Draw a slider over a few whole numbers; `shown` is what stands for the view's own value."""
    key = f"scale_{field}"
    st.session_state[key] = shown
    st.select_slider(
        words(f"view.{field}"),
        tuple(values),
        key=key,
        on_change=lambda: choose(view, choices, field, st.session_state[key]),
    )


def _offered(view: V, choices: Choices, options: Options[V] | None) -> dict[str, Values]:
    """List what each field may be: the page's own offer where it has one."""
    known = {field: values for field, values in choices.allowed(view).items() if values is not None}
    return {**known, **(options(view) if options else {})}


def _named(
    field: str, values: Values, words: Words
) -> tuple[tuple[object, ...], Mapping[object, str]]:
    if isinstance(values, Mapping):
        return tuple(values), values
    return values, labels(field, values, words)


def _of_page(kind: type[V], kept: View) -> V:
    """Put what the pages share together with what this page alone was asked for before."""
    own = st.session_state.get(OWN, {}).get(kind)
    if own is None:
        return of(kind, kept)
    return replace(views.choose(own, "region", kept.region), **shared(kept))


def _keep(view: View, choices: Choices) -> None:
    st.session_state[KEPT] = view
    st.session_state[OWN] = {**st.session_state.get(OWN, {}), type(view): view}
    link = write_link(view, choices) | viewed_version.parameters() | arranged.parameters()
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)
