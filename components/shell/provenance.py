"""Say on every page what the numbers are: demonstration or not, which version, from where."""

import functools
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components.base.i18n import Words
from components.base.load import load, one_version
from components.base.theme import Palette
from data import generated_rows
from data.program_version import PROGRAM_VERSION
from queries import lookups

ABOUT = "pages/about.py"
SHEETS = ("styles", "table_tools", "narrow", "low_vision", "my_views", "paper")


def styles(palette: Palette) -> None:
    """Give the page our own few styles, in the colours of its theme."""
    colours = ";".join(
        f"--{name}:{getattr(palette, name)}"
        for name in ("background", "surface", "text", "quiet", "border", "grid", "better", "worse")
    )
    st.html(f"<style>:root{{{colours}}}{sheet()}</style>")


@functools.cache
def sheet() -> str:
    """Read our styles: of every page, of narrow windows, of paper."""
    here = Path(__file__).parent
    return "".join((here / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)


def version() -> pd.Series:
    """Give what the version is; `demonstration`: it has rows of the demonstration set.

    The rows are asked, not what was written of them: an earlier program may have missed some.
    """
    found = load(lookups.version).iloc[0]
    found["demonstration"] = bool(generated())
    return found


def generated() -> generated_rows.Counts:
    """Count the rows of the demonstration set in this run's version, by table."""
    with one_version() as opened:
        return generated_rows.of(opened)


def demonstration_mark(words: Words, version: pd.Series) -> None:
    """Mark demonstration data in one line that cannot be missed; nothing for a region's own."""
    if version["demonstration"]:
        whole = pd.notna(version["seed"])
        with st.container(horizontal=True, vertical_alignment="center", key="demonstration"):
            key = "demonstration.banner" if whole else "demonstration.mixed_banner"
            st.markdown(words.marked(key))
            st.page_link(ABOUT, label=words("about.short_title"))


def footer(words: Words, version: pd.Series) -> None:
    """Name the version of the data, its date and the program, with the way to the sources."""
    made = words.moment(made_at(version))
    with st.container(horizontal=True, vertical_alignment="center", key="footer"):
        said = words("about.footer", version=version["name"], made=made, program=program(words))
        st.caption(said, width="content")
        st.page_link(ABOUT, label=words("about.link"))


def program(words: Words) -> str:
    """Name the program with its version."""
    return f"{words('section.monitor')} {PROGRAM_VERSION}"


def made_at(version: pd.Series) -> datetime:
    """Read when a version was made, in the reader's own time zone."""
    return local(version["made_at"])


def local(moment: str) -> datetime:
    """Read a moment of ISO 8601 in the reader's own time zone, if the browser told it."""
    zone = st.context.timezone
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone) if zone else None)


def address() -> str:
    """Give the full link of the view, as it can be pasted into another browser."""
    query = urlencode(st.query_params.to_dict())
    base = (st.context.url or "").split("?")[0]
    return f"{base}?{query}"
