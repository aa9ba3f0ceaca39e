"""Switch between light and dark: Streamlit keeps the choice in the browser, by page."""

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written


def draw(words: Words, theme: str, names: list[str], version: str) -> None:
    """Draw the button that turns all pages to the other theme and loads the view again.

    Its script also tells the first page what was drawn: in which language, of which `version`.
    """
    to_dark = theme != "dark"
    st.html(
        written(
            "shell/theme_switch.html",
            label=words("theme.to_dark" if to_dark else "theme.to_light"),
            language=words.language,
            symbol="☾" if to_dark else "☀",
            names=names,
            version=version,
            other="Dark" if to_dark else "Light",
        ),
        unsafe_allow_javascript=True,
    )
