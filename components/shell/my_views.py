"""Let a reader keep views under names: in the browser, and as a file for another machine.

Nothing of them reaches the server before one is opened, and then it is a link like any other.
"""

import functools
from pathlib import Path

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written
from components.shell import navigation
from queries.view import Choices

TEXTS = (
    *("title", "name", "keep", "is_kept", "save", "take", "taken", "forget", "forgotten"),
    *("foreign", "newer", "bad_view", "no_name", "no_page", "no_region", "bad_link"),
    *("too_many", "no_room"),
)
_SCRIPT = (Path(__file__).parent / "my_views.js").read_text(encoding="utf-8")


def draw(choices: Choices, words: Words) -> None:
    """Draw the list with its tools; pages and regions are those that a kept view may name."""
    box = st.components.v2.component(
        "my_views", html=written("shell/my_views.html"), js=_SCRIPT, isolate_styles=False
    )
    said = _said(words.language)
    data = {"words": said, "pages": _pages(words.language), "regions": list(choices.regions)}
    box(key="my_views", data={**data, "front": navigation.FRONT})


@functools.cache
def _said(language: str) -> dict[str, str]:
    words = Words(language)
    return {text: words(f"my_views.{text}") for text in TEXTS}


@functools.cache
def _pages(language: str) -> dict[str, str]:
    words = Words(language)
    names = (name for names in navigation.SECTIONS.values() for name in names)
    return {name: words(f"{name}.title") for name in names}
