"""Hand a story to the browser, where it is shown without asking the server again."""

from pathlib import Path
from typing import Any

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written
from components.base.theme import LIGHT
from components.show.screens import screens
from components.slides.story import Story

_HERE = Path(__file__).parent
_SCRIPT = (_HERE / "stage.js").read_text(encoding="utf-8")
_SHEET = (_HERE / "show.css").read_text(encoding="utf-8")

COLOURS = ("background", "surface", "text", "quiet", "border", "grid", "better")
KEYS = ("steps", "ends", "full", "rows", "notes", "desk", "ask", "help", "leave")
SAID = ("start", "open_desk", "desk_refused", "desk", "back", "leave")


def draw(story: Story, address: str, start: int, words: Words) -> None:
    """Draw the buttons that begin the show; `start`: the slide to begin at by itself, 0 for none.

    `address` leads back to this page from a live one, relative to the product's.
    """
    st.components.v2.component(
        "show_stage", html=written("show/stage.html"), js=_SCRIPT, css="", isolate_styles=False
    )(key="show_stage", data=handed(story, address, start, words))


def handed(story: Story, address: str, start: int, words: Words) -> dict[str, Any]:
    """Give all that the browser needs for a show: screens, words, styles."""
    return {
        "story": f"{words.language} {story.fingerprint}",
        "name": words("show.stage", name=story.name),
        "screens": screens(story, words),
        "address": address,
        "start": min(start, len(story.slides)),
        "style": style(),
        "help": written(
            "show/keys.html",
            title=words("show.keys"),
            keys=[(words(f"show.key.{key}"), words(f"show.does.{key}")) for key in KEYS],
        ),
        "words": {
            **{name: words(f"show.button.{name}", n=len(story.slides)) for name in ("start",)},
            **{name: words(f"show.button.{name}") for name in SAID[1:]},
            "desk_html": written("show/desk.html", now=words("show.now"), next=words("show.next")),
        },
    }


def style() -> str:
    """Give the styles of the stage; a show is light in both themes, as projectors are."""
    colours = ";".join(f"--show-{name}:{getattr(LIGHT, name)}" for name in COLOURS)
    return f":root{{{colours}}}\n{_SHEET}"
