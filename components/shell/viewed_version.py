"""Know which version the reader looks at: the current one, or an older one he has opened."""

import streamlit as st

from components.base.i18n import Words
from data import store
from data.errors import ReaderError
from data.intake.publishing import history

DATA = "data"
"""The link's parameter and the session's key: the name of an older version."""

REFUSED = "data_refused"


def version() -> store.Version:
    """Give the version of this run; one that is named but not there falls back to the current."""
    named = st.query_params.get(DATA) or st.session_state.get(DATA, "")
    current = store.current()
    if not named or named == current.name:
        st.session_state.pop(DATA, None)
        return current
    try:
        older = history.version_named(store.folder(), named)
    except ReaderError:
        leave()
        st.session_state[REFUSED] = named
        return current
    st.session_state[DATA] = named
    return older


def refused() -> tuple[tuple[str, str], ...]:
    """Give, once, the version that was named but is not there, as a garbled part of the link."""
    named = st.session_state.pop(REFUSED, "")
    return (("version", named),) if named else ()


def look_at(name: str) -> None:
    """Open an older version for this reader; every page shows it until the reader leaves it."""
    st.session_state[DATA] = name


def is_older() -> bool:
    """Tell whether this run shows an older version than the current one."""
    return DATA in st.session_state


def leave() -> None:
    """Go back to the current version."""
    st.session_state.pop(DATA, None)
    st.query_params.pop(DATA, None)


def parameters() -> dict[str, str]:
    """Give what the link must say of it, so that a copied link opens the same version."""
    name = st.session_state.get(DATA)
    return {DATA: name} if name else {}


def mark(words: Words, made: str) -> None:
    """Say in one line that an older version is open, with the way back."""
    if DATA in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center", key="older_version"):
            st.markdown(
                words.marked("versions.older_open", version=st.session_state[DATA], made=made)
            )
            st.button(words("versions.to_current"), on_click=leave, key="to_current")
