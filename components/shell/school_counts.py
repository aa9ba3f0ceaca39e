"""Tell from which step of one ladder a page takes its count of schools, and why steps differ."""

from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.base.i18n import Words
from components.base.load import load
from components.base.markup import written
from components.shell.page import Page
from queries import school_counts
from queries.school_counts import BESIDE
from queries.view import View, region_key, value

PARTS = ("reported", "with_results", "ever_with_results")
"""Steps of which every school is on the step beside."""

CHOSEN = ("municipality", "year", "schools", "cohort", "picked")
"""What of a view decides which schools are counted."""

OF_RESULTS = ("with_results", "ever_with_results")
"""Steps of one indicator: only a page that follows it tells them."""


def draw(page: Page[View], here: tuple[str, ...], view: View, key: str = "ladder") -> None:
    """Offer the ladder of the schools of `view`; `here` are the steps that the page counts."""
    with st.popover(page.words("ladder.open"), key=key, type="tertiary"):
        st.caption(replace(page, view=view, bar=CHOSEN, of_region=False).scope())
        st.html(html(load(school_counts.steps, view), here, page.words))


def counted(page: Page[View]) -> View:
    """Give the view of the schools that a page counts: what is chosen on it, and nothing else."""
    fields = ("schools",) if page.of_region else ("municipality", "cohort", "schools", "picked")
    chosen = {field: value(page.view, field) for field in fields if field in page.bar}
    return replace(region_key(page.view), **chosen)


def html(found: pd.DataFrame, here: tuple[str, ...], words: Words) -> Markup:
    """Write the ladder as a table; steps of an indicator only where the page counts one of them."""
    rows = {row["step"]: row for row in found.to_dict("records")}
    shown = [step for step in BESIDE if step not in OF_RESULTS or set(here) & set(OF_RESULTS)]
    lines = [
        (
            words(f"ladder.step_{step}"),
            words("ladder.here") if step in here else "",
            words(f"ladder.means_{step}"),
            "—" if pd.isna(rows[step]["schools"]) else words.number(rows[step]["schools"]),
            difference(step, rows, words),
        )
        for step in shown
    ]
    titles = [words(f"ladder.column_{name}") for name in ("step", "schools", "difference")]
    return written("shell/school_counts.html", titles=titles, lines=lines)


def difference(step: str, rows: dict[str, dict], words: Words) -> str:
    """Say which schools of the step beside are missing here, and which are here alone."""
    beside = BESIDE[step]
    if not beside:
        return ""
    here, both, there = rows[step]["schools"], rows[step]["both"], rows[beside]["schools"]
    if pd.isna(here) or pd.isna(there):
        return words("ladder.unknown")
    both = 0 if pd.isna(both) else both
    said = []
    if there > both:
        said.append(words(f"ladder.without_{step}", n=int(there - both)))
    if here > both:
        said.append(words(f"ladder.more_{step}", n=int(here - both)))
    relation = "ladder.part_of" if step in PARTS else "ladder.beside"
    named = words(relation, step=words(f"ladder.step_{beside}"))
    return f"{named}: {'; '.join(said) or words('ladder.same')}"
