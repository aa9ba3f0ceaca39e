"""Say why there is nothing to show: no such schools, or schools of which nobody reported."""

import streamlit as st

from components.mentoring.choice import MentoringView
from components.mentoring.numbers import numbers
from components.shell import bringing, messages
from components.shell.page import Page


def draw(page: Page[MentoringView]) -> None:
    """Tell schools that nothing is known of from schools that are not there."""
    words, view = page.words, page.view
    silent = numbers(view).silent if view.year else 0
    if not silent:
        messages.nothing_chosen(words)
    else:
        with messages.box(words("mentoring.silent_title")):
            st.write(words("mentoring.silent_only", n=silent, year=view.year))
    bringing.draw(page, "mentoring")
