"""Offer what is due as a calendar file: every dated due day of the year that the plan shows."""

import datetime as dt
from dataclasses import replace
from functools import partial

import streamlit as st

from components.base.choices import municipality_name, region_name
from components.base.i18n import Words
from components.base.load import for_later, keep
from components.downloads import About, file_name
from components.downloads.calendar_files import DueDay, calendar
from components.roadmaps import rows
from components.roadmaps.choice import RoadmapsView, figures_key
from components.shell.downloads_menu import marks
from components.shell.page import Page
from components.shell.provenance import address
from queries.view import ALL


def days(view: RoadmapsView) -> list[DueDay]:
    """One element per dated due date of the year; days of a schedule that is not given have none.

    The uid has no report date in it, so that a later file takes the place of an earlier one.
    """
    words, found = Words(view.language), keep(rows.occasions, figures_key(view))
    dated = found[found["due_date"].notna() & found["state"].ne("undated")]
    place = f"/{view.municipality}" if view.municipality != ALL else ""
    return [
        DueDay(
            uid=f"{row['measure_id']}{place}/{row['due_date']:%Y-%m-%d}",
            summary=f"{row['measure_no']} {row['text_ru']}",
            start=row["start"],
            due=row["due_date"],
            description=_described(row, words),
        )
        for row in dated.to_dict("records")
    ]


def _described(row: dict, words: Words) -> str:
    pairs = (
        ("deadline_as_written", row["deadline_as_written"]),
        ("responsible", row["responsible"]),
        ("state_said", row["state_said"]),
        ("done_of", row["done_of"]),
        ("document", row["document"]),
    )
    return "\n".join(f"{words(f'roadmaps.column_{key}')}: {value}" for key, value in pairs)


def draw(page: Page[RoadmapsView]) -> None:
    """Draw the button; of a plan without any dated day there is no calendar."""
    words, found = page.words, days(page.view)
    if not found:
        return
    about = marks(page, _title(page))
    st.download_button(
        words("roadmaps.calendar", n=len(found)),
        data=for_later(partial(written, page, found, about, address())),
        file_name=file_name("roadmaps_calendar", _scope(page), about, "ics"),
        mime="text/calendar",
        key="roadmaps_calendar",
        on_click="ignore",
        help=words("roadmaps.calendar_help"),
    )


def written(page: Page[RoadmapsView], found: list[DueDay], about: About, link: str) -> bytes:
    """Write the file of the due days; each event links back to the view."""
    words = page.words

    def window(start: dt.date, due: dt.date) -> str:
        return words("roadmaps.window", start=words.short_day(start), due=words.short_day(due))

    made = dt.datetime.fromisoformat(page.version["made_at"])
    events = [replace(each, url=link) for each in found]
    return calendar(events, about, made, window)


def _title(page: Page[RoadmapsView]) -> str:
    """Name the calendar for the place, and for the party if one is chosen."""
    view, words = page.view, page.words
    if view.municipality != ALL:
        name = municipality_name(view.municipality, words)
    else:
        name = region_name(view.region, words)
    parts = [words("roadmaps.title"), name, str(view.year), view.party]
    return " · ".join(part for part in parts if part)


def _scope(page: Page[RoadmapsView]) -> str:
    view = page.view
    parts = [view.municipality or view.region, str(view.year), view.party]
    return "_".join(part for part in parts if part)
