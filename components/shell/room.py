"""Let the browser tell how wide the main column is, so that figures take the width there is.

Before it has, a browser seen before says it by a cookie, and a phone by its name; any other counts
as a laptop. A class that turns out another one costs one more run.
"""

from pathlib import Path

import streamlit as st

from components.base.room import CLASSES, LAPTOP, PHONE, class_of

KEPT = "room_of_reader"
COOKIE = "monitor_room"
_SCRIPT = (Path(__file__).parent / "room.js").read_text(encoding="utf-8")


def shown() -> int:
    """Give the class of the main column in this run."""
    told = class_of(st.session_state.get(KEPT)) or class_of(st.context.cookies.get(COOKIE))
    if told:
        return told
    return PHONE if "Mobile" in (st.context.headers.get("User-Agent") or "") else LAPTOP


def draw() -> None:
    """Put the watcher on the page; it has no looks."""
    watcher = st.components.v2.component("room", js=_SCRIPT, isolate_styles=False)
    watcher(
        key="room",
        data={"room": shown(), "classes": CLASSES, "cookie": COOKIE},
        on_room_change=_keep,
        height=0,
    )


def _keep() -> None:
    st.session_state[KEPT] = st.session_state["room"]["room"]
