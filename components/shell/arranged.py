"""Keep in the link how a reader arranged the tables of a page: order, search, columns left out.

A table that stands whole is arranged by the browser (`table_tools.js`), which tells here what was
asked once the reader pauses. Only this part of the page then runs: no row is made again.
"""

import re
from pathlib import Path

import streamlit as st

from components.base.i18n import Words
from components.shell import provenance

ARRANGED = "tables"
"""The link's parameter: per table its name, order, search and columns left out."""

TOLD = "arranged_tables"
LONGEST = 1500
DECIMAL = {"ru": ",", "en": "."}
TEXTS = ("find", "order", "declared", "columns", "reset", "found", "none", "lost", "all")
_ONE = r"[\w.]+:-?[\w.]*:[\w.~%-]*:[\w.,]*"
_WRITTEN = re.compile(rf"{_ONE}(;{_ONE})*", re.ASCII)
_SCRIPT = (Path(__file__).parent / "table_tools.js").read_text(encoding="utf-8")


def parameters() -> dict[str, str]:
    """Give what the link must say of the tables, so that a copied link opens them alike."""
    told = st.query_params.get(ARRANGED, "")
    return {ARRANGED: told} if _is_written(told) else {}


def refused() -> tuple[tuple[str, str], ...]:
    """Give what the link says of tables if it cannot be read; the tables stand as they are."""
    told = st.query_params.get(ARRANGED, "")
    return ((ARRANGED, told),) if told and not _is_written(told) else ()


@st.fragment
def draw(name: str, words: Words) -> None:
    """Let the tables of the page `name` be arranged, and offer the link that opens them alike."""
    box = st.components.v2.component("table_tools", js=_SCRIPT, isolate_styles=False)
    said: dict[str, object] = {text: words(f"tables.{text}") for text in TEXTS}
    said["nothing"] = words("tables.nothing").split("|")
    told = parameters().get(ARRANGED, "")
    box(
        key=TOLD,
        data={"arranged": told, "words": said, "decimal": DECIMAL[words.language], "page": name},
        on_told_change=_keep,
        height=0,
    )
    with st.popover(words("page.link"), key="link"):
        st.caption(words("page.link_help"))
        st.code(provenance.address(), language=None, wrap_lines=True)


def _keep() -> None:
    """Put what the browser told into the link, or take it out if nothing is arranged."""
    told = st.session_state[TOLD]["told"]
    if isinstance(told, str) and _is_written(told):
        st.query_params[ARRANGED] = told
    else:
        st.query_params.pop(ARRANGED, None)


def _is_written(told: str) -> bool:
    return len(told) <= LONGEST and bool(_WRITTEN.fullmatch(told))
