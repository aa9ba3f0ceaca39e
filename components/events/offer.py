"""Know what of a view the page of events can show; the rest falls back, and is said."""

from dataclasses import replace

from components.base.i18n import Words
from components.base.shortened import shortened
from components.charts import fitting
from components.events.numbers import held, opened
from components.shell.page import Page
from components.shell.view_bar import Values
from queries.view import ALL, View

ROOM, SIZE = 200, 16
"""Room for the name of an event in its select box, and the size of its letters; px."""


def possible(view: View) -> dict[str, Values]:
    """List the events of the region, the newest first, by date and name."""
    words = Words(view.language)
    rows = held(view)[::-1].to_dict("records")
    named = {
        row["code"]: fitting.cut(
            f"{words.short_day(row['start_date'])} {words.pick(row, 'name')}", ROOM, SIZE
        )
        for row in rows
    }
    return {"event": named or {ALL: words("events.none")}}


def narrowed(view: View) -> View:
    """Give the view that the page shows: an event of the region, the last known if none is."""
    known = view if view.event in set(held(view)["code"]) else replace(view, event=ALL)
    return replace(known, event=opened(known))


def notice(page: Page[View]) -> str:
    """Say that the region does not have the event of the link."""
    asked = page.asked.event
    return (
        ""
        if asked in (page.view.event, ALL)
        else page.words("events.fallen_back", event=shortened(asked))
    )
