"""Do what a button asks for before the page runs anew; what went wrong is told there."""

from collections.abc import Callable

import streamlit as st

from components.base.i18n import Words
from components.base.load import for_later
from components.shell import messages
from data.errors import ReaderError

FAULT = "fault_of_show"


def doing(act: Callable[[], object]) -> Callable[[], None]:
    """Bind an act to version and reader of this run; its ReaderError is kept."""
    bound = for_later(act)

    def done() -> None:
        try:
            bound()
        except ReaderError as error:
            st.session_state[FAULT] = error

    return done


def tell_fault(words: Words) -> None:
    """Say what went wrong with the last act, once."""
    if error := st.session_state.pop(FAULT, None):
        messages.show(error, words)
