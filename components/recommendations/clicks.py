"""Show a chart whose recommendations can be clicked: the click opens the card."""

from typing import Any

import streamlit as st

from components import view_bar
from components.page import Page
from components.recommendations.numbers import everything, opened


def clickable(page: Page, spec: dict[str, Any], name: str) -> None:
    """Show a chart; its key holds the open card, so that each choice starts a new selection."""
    key = f"{name}_{opened(page.view)}"

    def chosen() -> None:
        points = st.session_state[key].selection.get("municipality") or [{}]
        rec_id = str(points[0].get("oktmo", ""))
        if rec_id in set(everything(page.view)["rec_id"]):
            view_bar.choose(page.view, page.choices, recommendation=rec_id)

    alt = page.words(f"view.desk_{name}")
    st.vega_lite_chart(spec=spec, theme=None, key=key, on_select=chosen, alt=alt, width="content")
