"""Hold a page in its frame: a ready store, errors in words, the reader's switches."""

import streamlit as st

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.theme import palette
from components.shell import (
    internal_view,
    messages,
    provenance,
    recovery,
    theme_switch,
    view_bar,
    viewed_version,
)


def around(opened: st.Page, words: Words, paths: list[str]) -> None:
    """Run the open page of `paths`; a ReaderError becomes a message, any other error is a bug."""
    theme = st.context.theme.type or "light"
    provenance.styles(palette(theme))
    with messages.errors_in_words(words, recovery.draw):
        messages.make_store_ready(words)
        with one_version(viewed_version.version()), seeing(internal_view.seen()):
            opened.run()
            with st.sidebar:
                possible = choices()
                view = view_bar.shown(possible)
                view_bar.switch(view, possible, words, "language")
                theme_switch.draw(words, theme, paths)
                internal_view.switch(words)
