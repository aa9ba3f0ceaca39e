"""Find a school from any page by any part of its name, number, place or code."""

from pathlib import Path
from typing import Any

import streamlit as st

from components.base.choices import region_name
from components.base.i18n import Words
from components.base.load import one_version
from components.base.markup import written
from components.base.rights import reading_as
from components.base.school_link import school_address
from components.shell import access, school_index, viewed_version
from components.shell.school_index import LONGEST, Found
from queries.view import View

MOST = 8
"""Schools offered at once."""

_SCRIPT = (Path(__file__).parent / "school_search.js").read_text(encoding="utf-8")


@st.fragment
def draw(view: View) -> None:
    """Draw the box; what is typed runs this part of the page alone."""
    # A part that runs alone is in no frame: reader and version are asked for again.
    with reading_as(access.right()), one_version(viewed_version.version()):
        words = Words(view.language)
        box = st.components.v2.component(
            "school_search",
            html=written("shell/school_search.html"),
            js=_SCRIPT,
            isolate_styles=False,
        )
        kept = st.session_state.get("school_search") or {}
        answer = found(str(kept.get("typed") or ""), view, words)
        box(key="school_search", data=answer, on_typed_change=lambda: None)


def found(typed: str, view: View, words: Words) -> dict[str, Any]:
    """Say which schools are found by what is typed, the first few of them with their links."""
    said = {
        "label": words("school_search.label"),
        "hint": words("school_search.hint"),
        "typed": typed,
    }
    if not typed:
        return {**said, "schools": [], "said": ""}
    answer = school_index.index().find(typed[:LONGEST], view.region, MOST)
    schools = [
        {
            "id": school.school_id,
            "name": school.name,
            "about": _about(school, view, words),
            "address": school_address(school.school_id, view, school.region),
        }
        for school in answer.schools
    ]
    count = (
        words("school_search.found", n=answer.count)
        if answer.count
        else words("school_search.nothing")
    )
    if answer.count > len(schools):
        count = words("school_search.first", n=answer.count, shown=len(schools))
    return {**said, "schools": schools, "said": count}


def _about(school: Found, view: View, words: Words) -> str:
    if school.region == view.region:
        return school.municipality
    return f"{school.municipality}, {region_name(school.region, words)}"
