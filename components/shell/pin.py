"""Put what a page shows beside others, to be compared on the page of exploring."""

import streamlit as st

from components.base.i18n import Words
from components.base.pins import MOST, Pin, pinned, with_or_without
from components.shell import navigation, view_bar
from queries.links import write_link
from queries.view import Choices, View, of

PAGE = "explore"


def draw(view: View, choices: Choices, words: Words, pin: Pin) -> None:
    """Draw the button that pins one thing or takes it away, and the way to all that is pinned."""
    here, chosen = pinned(view, pin.kind), with_or_without(view, pin)
    is_full = pin not in here and len(here) >= MOST
    with st.container(horizontal=True, vertical_alignment="center", key=f"pin_{pin.kind}"):
        st.button(
            words("side.unpin" if pin in here else "side.pin"),
            key=f"pinned_{pin.kind}",
            disabled=is_full,
            on_click=lambda: view_bar.change(view, chosen, choices),
        )
        if is_full:
            st.caption(words("side.full", n=MOST))
        if here and navigation.has(PAGE):
            link = write_link(of(View, view), choices)
            st.page_link(
                f"pages/{PAGE}.py",
                label=words("side.pinned", n=len(here), most=MOST),
                query_params=link | {"desk": "side", "side": pin.kind},
            )
