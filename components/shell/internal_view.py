"""Keep an editor's internal view: hidden numbers of pupils shown, and marked as not to be shown.

It is kept in the session, never in the link, so a copied link opens without it.
"""

import streamlit as st

from components.base.i18n import Words
from components.base.pupils import Seen
from components.base.rights import right
from components.shell import viewed_version

INTERNAL = "internal_view"


def seen() -> Seen:
    """Give which numbers of pupils this run shows: without the right, never those hidden."""
    if not right().writes:
        return "none" if viewed_version.is_older() else "whole_blocks"
    return "all" if st.session_state.get(INTERNAL) else "whole_blocks"


def switch(words: Words) -> None:
    """Offer the internal view to whoever may publish."""
    if right().writes:
        st.toggle(
            words("internal.switch"),
            value=bool(st.session_state.get(INTERNAL)),
            key="internal_switch",
            on_change=_turn,
        )
        if seen() == "all":
            st.caption(words("internal.help"))


def mark(words: Words) -> None:
    """Say in one red line that the page shows what must not leave it."""
    if seen() == "all":
        with st.container(key="internal"):
            st.error(words("internal.mark"))


def _turn() -> None:
    st.session_state[INTERNAL] = st.session_state["internal_switch"]
