"""Let every list of options find a name in another spelling than the one that was typed."""

import streamlit as st

from components.base.markup import written


def draw() -> None:
    """Draw nothing to see: what listens to the boxes of all lists, once a browser window."""
    st.html(written("shell/spellings.html"), unsafe_allow_javascript=True)
