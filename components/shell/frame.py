"""Hold a page in its frame: a ready store, errors in words, the reader's switches."""

import sys

import streamlit as st

from components.base.choices import choices
from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import reading_as, right
from components.base.theme import palette
from components.shell import (
    access,
    chart_keys,
    internal_view,
    low_vision,
    messages,
    my_views,
    provenance,
    recovery,
    room,
    school_search,
    signing_in,
    spellings,
    theme_switch,
    upload_gate,
    view_bar,
    viewed_version,
)


def around(opened: st.Page, words: Words, paths: list[str]) -> None:
    """Run the open page of `paths` for its reader's right.

    A ReaderError becomes a message, any other error is a bug.
    """
    theme = st.context.theme.type or "light"
    provenance.styles(palette(theme))
    with reading_as(access.right()), messages.errors_in_words(words, recovery.draw):
        with st.sidebar:
            room.draw()
        upload_gate.open_for_reader(sys.maxsize if right().writes else access.upload_mb() * 2**20)
        signing_in.draw(words, opened.url_path)
        messages.make_store_ready(words)
        with one_version(viewed_version.version()) as version, seeing(internal_view.seen()):
            opened.run()
            with st.sidebar:
                possible = choices()
                view = view_bar.shown(possible)
                school_search.draw(view)
                view_bar.switch(view, possible, words, "language")
                newest = "" if viewed_version.is_older() else version.name
                theme_switch.draw(words, theme, paths, newest)
                my_views.draw(possible, words)
                low_vision.draw(words)
                spellings.draw()
                chart_keys.draw()
                internal_view.switch(words)
