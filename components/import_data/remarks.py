"""Show what a screening found: every remark with its cell, its level in words, and the way out."""

from collections.abc import Sequence

import streamlit as st

from components.base import table_names
from components.base.choices import names
from components.base.i18n import Words
from components.base.markdown import joined
from components.downloads import XLSX_TYPE
from components.downloads.names import own_name
from components.import_data.files import Brought
from components.shell import listing
from data.errors import ACKNOWLEDGE, LEVELS, Problem
from data.intake.received.geojson import is_geojson
from data.intake.returned import marked
from data.intake.spelling import names as wording
from data.schema import metadata

SHOWN = 200


def said(problem: Problem, words: Words) -> str:
    """Say one remark in a sentence, with names of columns and places instead of codes."""
    text = wording.said(problem, words.language)
    return text.replace("{value}", _value(problem, words))


def draw(problems: Sequence[Problem], words: Words) -> None:
    """Draw the numbers by level and the remarks, the ones that stop publishing first."""
    counts = {level: sum(p.level == level for p in problems) for level in LEVELS}
    parts = [words.marked(f"level.{level}.many", n=n) for level, n in counts.items() if n]
    st.markdown(joined(" · ", parts) or words("import_data.no_remarks"))
    if not problems:
        return
    ordered = sorted(problems, key=lambda p: (LEVELS.index(p.level), p.file, p.sheet, p.row))
    head = [
        words(f"problem.{name}") for name in ("level", "file", "row", "column", "value", "fault")
    ]
    listing.draw(head, [_row(p, words) for p in ordered[:SHOWN]])
    if len(ordered) > SHOWN:
        st.caption(words("import_data.more_remarks", n=len(ordered) - SHOWN))


def acknowledge(problems: Sequence[Problem], words: Words) -> list[Problem]:
    """Ask for each doubtful remark whether it is right so; give those confirmed."""
    doubts = [problem for problem in problems if problem.level == ACKNOWLEDGE]
    if not doubts:
        return []
    st.markdown(words("import_data.acknowledge", n=len(doubts)))
    agreed = []
    with st.container(border=True, key="doubts"):
        for number, problem in enumerate(doubts):
            place = _value(problem, words)
            label = f"{place}: {said(problem, words)}" if place else said(problem, words)
            if st.checkbox(label, key=f"doubt_{number}_{hash(problem)}"):
                agreed.append(problem)
    return agreed


def marked_copy(brought: Brought, problems: Sequence[Problem], words: Words) -> None:
    """Offer the person's own table with its bad cells coloured and commented."""
    name, files = brought.name, brought.received.files
    own = [problem for problem in problems if problem.file == name]
    if not own or is_geojson(brought.content):
        return
    places = {(f.sheet, column): place for f in files for column, place in f.columns.items()}

    def made() -> bytes:
        with brought.line().turn(lambda before: None):
            return marked.marked(
                name, brought.content, own, lambda p: said(p, words), places, words.language
            )

    st.download_button(
        words("import_data.marked", file=name),
        data=made,
        file_name=own_name(name, words("import_data.marked_suffix"), "xlsx"),
        mime=XLSX_TYPE,
        key=f"marked_{name}",
        on_click="ignore",
    )


def _row(problem: Problem, words: Words) -> tuple[object, ...]:
    where = f"{problem.file} · {problem.sheet}" if problem.sheet else problem.file
    return (
        words(f"level.{problem.level}.word"),
        where or words("import_data.whole_version"),
        problem.row or "",
        names(words.language)["indicator"].get(problem.column)
        or table_names.named(problem.column, words),
        _value(problem, words),
        said(problem, words),
    )


def _value(problem: Problem, words: Words) -> str:
    """Name the municipality or table that stands in a remark about the whole version."""
    places = names(words.language)["municipality"]
    value, comma, rest = problem.value.partition(",")
    if value in metadata.tables and not problem.row:
        return table_names.title(value, words)
    return places.get(value, value) + comma + rest if not problem.row else problem.value
