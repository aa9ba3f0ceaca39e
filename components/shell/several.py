"""Let the reader choose any number of the values of a field."""

from collections.abc import Mapping

import streamlit as st

from components.base.i18n import Words
from components.shell import view_bar
from queries.view import Choices, View, value


def draw(
    view: View, choices: Choices, words: Words, field: str, named: Mapping[str, str], split: str
) -> None:
    """Draw buttons of which any number is chosen; the field has their codes, `split` by a sign."""
    key = f"several_{field}"
    st.session_state[key] = [code for code in named if code in value(view, field).split(split)]

    def chosen() -> None:
        told = split.join(code for code in named if code in st.session_state[key])
        view_bar.choose(view, choices, field, told)

    st.pills(
        words(f"view.{field}"),
        tuple(named),
        selection_mode="multi",
        format_func=named.__getitem__,
        key=key,
        on_change=chosen,
    )
