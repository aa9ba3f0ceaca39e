"""Hand a file that a page has made to the page of own data, where all data are let in one way.

There it stands among the files that are brought: it is checked, what it would change is shown,
and it is published or dropped. A file of the same subject takes the place of the one before.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.base.load import for_later
from components.base.rights import right
from components.downloads import XLSX_TYPE
from components.shell.bringing import IMPORT
from components.shell.page import Page
from queries.links import write_link
from queries.view import View, of

HANDED = "files_handed"
"""Where files wait that the page of own data has not yet taken, by their subject."""


@dataclass(frozen=True)
class Handed:
    """A workbook of intake rows under the name that a person would see."""

    name: str
    content: bytes


def draw(page: Page[View], subject: str, name: str, make: Callable[[], bytes]) -> None:
    """Draw the ways of a file: to be checked and published by who may, and to be taken away."""
    words = page.words
    if right().writes and st.button(
        words("handing.publish"), key=f"{subject}_hand", type="primary"
    ):
        st.session_state.setdefault(HANDED, {})[subject] = Handed(name, make())
        st.switch_page(IMPORT, query_params=write_link(of(View, page.view), page.choices))
    st.download_button(
        words("handing.file"),
        data=for_later(make),
        file_name=name,
        mime=XLSX_TYPE,
        key=f"{subject}_file",
        on_click="ignore",
    )
    if not right().writes:
        st.page_link(IMPORT, label=words("handing.to_import"))


def taken() -> dict[str, Handed]:
    """Give the files that wait, by subject, and have them wait no more."""
    found: dict[str, Handed] = st.session_state.pop(HANDED, {})
    return found
