"""Draw small tables of words: remarks, differences, versions."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.shell import tables


def draw(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Draw a table as it can be read by any means."""
    st.html(tables.written(head, rows, "numbers listing", headed=False))
