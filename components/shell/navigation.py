"""List the pages in their sections and run the one that is open."""

import base64
import functools
from pathlib import Path
from typing import Any

import streamlit as st

from components.base.i18n import Words
from components.base.language import language

PAGES = Path(__file__).resolve().parents[2] / "pages"
SECTIONS = {
    "section.overview": ("overview", "heatmap", "dynamics", "explore"),
    "section.schools": ("low_performing", "schools", "school", "risks"),
    "section.help": ("mentoring", "roadmaps", "decisions", "project_year"),
    "section.documents": ("recommendations", "events"),
    "section.presenting": ("show",),
    "section.data": ("import_data", "versions", "about"),
}
FORMER = {"methods": "about"}
"""Addresses that pages had before, with the pages that they lead to; the menu has none."""


FRAMED = "framed"
FRONT = "overview"
"""The page that answers at the root."""


@functools.cache
def icon() -> str:
    """Give the icon as an address that carries it: Streamlit would read a file on every run."""
    image = (Path(__file__).parent / "icon.png").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def run() -> None:
    """Show the menu in the reader's language and run the open page behind one door for errors."""
    words = Words(language())
    opened = menu(words)
    is_new = FRAMED not in st.session_state
    st.session_state[FRAMED] = True
    # Loaded only after the menu, or Streamlit would show its own list of files while pandas, DuckDB
    # and statsmodels load; `python app.py` has loaded them before.
    from components.shell import frame, signing_in

    held = signing_in.back(opened.url_path) if is_new else None
    if held:
        path = PAGES / f"{held.page or FRONT}.py"
        st.switch_page(path, query_params=dict(held.link))
    frame.around(opened, words, _paths())


def insist() -> None:
    """Go through app.py if this page was run without it.

    Streamlit gives a folder called pages/ a meaning of its own: until st.navigation was called
    once, a link to a page of a fresh server runs that page's file alone.
    """
    if FRAMED not in st.session_state:
        menu(Words(language()))
        st.rerun()


def menu(words: Words) -> st.Page:
    """Declare the pages, the first as the landing page, and give the one that is open."""
    pages = {
        words(section): [_page(name, words, default=name == FRONT) for name in names]
        for section, names in SECTIONS.items()
    }
    former = [
        _page(name, words, url_path=address, visibility="hidden")
        for address, name in FORMER.items()
    ]
    opened = st.navigation({**pages, "": former}, expanded=True)
    if opened.url_path in FORMER:
        now = FORMER[opened.url_path]
        page = next(each for section in pages.values() for each in section if each.url_path == now)
        st.switch_page(page, query_params=st.query_params.to_dict())
    return opened


def has(name: str) -> bool:
    """Tell whether the menu has a page: a link to any other would raise."""
    return any(name in names for names in SECTIONS.values())


def _paths() -> list[str]:
    """List the paths of the pages; the landing page answers at the root."""
    return ["", *(name for names in SECTIONS.values() for name in names)]


def _page(name: str, words: Words, **options: Any) -> st.Page:
    """Declare a page under its own name, or under the `url_path` of the options."""
    title = words(f"{name}.title")
    return st.Page(PAGES / f"{name}.py", title=title, **{"url_path": name, **options})
