"""Know the reader's language before anything else is known of the reader."""

import streamlit as st

from data.texts import LANGUAGES
from queries.view import View

KEPT = "view"
"""Where the session keeps the reader's view over a change of page."""


def language() -> str:
    """Give the language of the link, else of the session, else of the browser: ru or en."""
    named = st.query_params.get("language")
    if named in LANGUAGES:
        return str(named)
    kept = st.session_state.get(KEPT)
    if isinstance(kept, View):
        return kept.language
    browser = (st.context.locale or "ru").lower()
    return "ru" if browser.startswith("ru") else "en"
