"""Let every chart be walked by the keyboard, and its tooltip go when it is no longer asked for."""

import streamlit as st

from components.base.markup import written


def draw() -> None:
    """Draw nothing to see: what listens to all charts, once a browser window."""
    st.html(written("shell/chart_keys.html"), unsafe_allow_javascript=True)
