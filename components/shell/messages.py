"""Turn what went wrong into words: what happened, what it means, what to do."""

import contextlib
from collections.abc import Callable, Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base.i18n import Words
from data import first_start, store
from data.errors import BrokenInputError, Problem, ReaderError

SHOWN = 20


@contextlib.contextmanager
def errors_in_words(words: Words, way_out: Callable[[ReaderError, Words], None]) -> Iterator[None]:
    """Show a ReaderError of a page as a full-page message, and the way out below it.

    Any other error is a bug.
    """
    try:
        yield
    except ReaderError as error:
        show(error, words)
        way_out(error, words)


@contextlib.contextmanager
def box(title: str, key: str = "message") -> Iterator[None]:
    """Hold in one frame under its title what is said in the place of a page."""
    with st.container(border=True, key=key):
        st.subheader(title, anchor=False)
        yield


def show(error: ReaderError, words: Words, key: str = "message") -> None:
    """Show one error in the reader's language, with the faults of its files if it has any.

    A second one on a page needs a `key` of its own.
    """
    with box(words(f"error.{error.code}.title"), key):
        for part in ("text", "mend"):
            st.write(words(f"error.{error.code}.{part}").format_map(error.details))
        if isinstance(error, BrokenInputError):
            st.table([_row(problem, words) for problem in error.problems[:SHOWN]])


def nothing_chosen(words: Words, why: str = "") -> None:
    """Say that the filters leave nothing, why (or what it may be), and how to go on."""
    with box(words("empty.title")):
        st.write(why or words("empty.text"))


def make_store_ready(words: Words) -> None:
    """Go on if there is a store this code can read; otherwise build it before the reader's eyes."""
    if not first_start.is_needed(store.folder()):
        return
    place = st.empty()
    with place.container(border=True, key="message"):
        st.subheader(words("building.title"), anchor=False)
        st.write(words("building.text"))
        bar = st.progress(0.0, words("building.waiting"))
        first_start.ensure(progress=progress_on(bar, words))
    place.empty()


def progress_on(bar: DeltaGenerator, words: Words) -> Callable[[float, str], None]:
    """Show progress on a bar: the share done, and the step in words."""

    def tell(share: float, step: str) -> None:
        bar.progress(share, words(f"building.{step}"))

    return tell


def _row(problem: Problem, words: Words) -> dict[str, object]:
    """One line of the table of faults."""
    return {
        words("problem.file"): problem.file,
        words("problem.row"): problem.row,
        words("problem.column"): problem.column,
        words("problem.value"): problem.value,
        words("problem.fault"): words(f"problem.{problem.rule}", expected=problem.expected),
    }
