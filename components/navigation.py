"""List the pages in their sections and run the one that is open."""

from pathlib import Path

import streamlit as st

from components import messages, theme_switch, view_bar
from components.choices import choices
from components.i18n import Words

PAGES = Path(__file__).resolve().parent.parent / "pages"
SECTIONS = {
    "section.monitor": ("overview", "heatmap"),
    "section.data": ("methods",),
}


def run() -> None:
    """Show the menu in the reader's language and run the open page on a ready store."""
    words = Words(view_bar.language())
    opened = menu(words)
    messages.make_store_ready(words)
    opened.run()
    with st.sidebar:
        possible = choices()
        view, _ = view_bar.current(possible)
        view_bar.switch(view, possible, words, "language")
        theme_switch.draw(words, st.context.theme.type or "light", [*_names()])


def menu(words: Words) -> st.Page:
    """Declare the pages; the first is the landing page."""
    return st.navigation(
        {
            words(section): [_page(name, words, first=name == "overview") for name in names]
            for section, names in SECTIONS.items()
        }
    )


def _page(name: str, words: Words, first: bool) -> st.Page:
    return st.Page(PAGES / f"{name}.py", title=words(f"{name}.title"), url_path=name, default=first)


def _names() -> list[str]:
    return ["", *(name for names in SECTIONS.values() for name in names)]
