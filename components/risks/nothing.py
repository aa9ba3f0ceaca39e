"""Say why there is no profile to show: none brought, none of this stage, no such schools."""

import streamlit as st

from components.risks.choice import RisksView
from components.risks.numbers import numbers, stages
from components.shell import bringing, messages
from components.shell.page import Page


def draw(page: Page[RisksView]) -> None:
    """Tell a region without profiles from a stage without them, and both from no schools."""
    words, view = page.words, page.view
    known = stages(view) if view.year else ()
    if not known:
        with messages.box(words("risks.nothing_title")):
            st.write(words("risks.nothing"))
        bringing.draw(page, "risks")
        return
    asked = numbers(view).asked
    if not asked:
        messages.nothing_chosen(words)
        return
    with messages.box(words("risks.no_stage_title", year=view.year)):
        years = ", ".join(map(str, sorted(known)))
        st.write(words("risks.no_stage", n=asked, years=years))
