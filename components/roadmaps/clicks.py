"""Show a chart whose measures can be clicked: the click opens the card."""

from typing import Any

import streamlit as st

from components import view_bar
from components.page import Page
from components.roadmaps.chosen import possible


def clickable(page: Page, spec: dict[str, Any], name: str) -> None:
    """Show a chart; its key holds the open measure, so that each choice starts a new selection."""
    key = f"{name}_{page.view.measure}"

    def chosen() -> None:
        points = st.session_state[key].selection.get("municipality") or [{}]
        measure = str(points[0].get("oktmo", ""))
        if measure in possible(page.view)["measure"]:
            view_bar.choose(page.view, page.choices, measure=measure)

    alt = page.words(f"roadmaps.alt_{name}")
    st.vega_lite_chart(spec=spec, theme=None, key=key, on_select=chosen, alt=alt, width="content")
