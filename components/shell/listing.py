"""Draw small tables of words: remarks, differences, versions."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.base.markup import escaped


def draw(head: Sequence[str], rows: Iterable[Sequence[object]], height: int) -> None:
    """Draw a table as it can be read by any means; higher than `height` px it scrolls."""
    titles = "".join(f"<th>{escaped(title)}</th>" for title in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    table = f'<table class="numbers listing"><thead><tr>{titles}</tr></thead>{body}</table>'
    st.html(f'<div class="scrolled" style="max-height:{height}px" tabindex="0">{table}</div>')
