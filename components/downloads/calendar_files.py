"""iCalendar that leaves: due dates for a calendar program.

Each due date is an all-day event on the day itself, not on the whole window: eight months of one
event would cover every other, and programs that people have show no to-dos (VTODO). The window
stands in the description.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vText, vUri

from components.downloads.columns import About

_PROGRAM = "-//500+ Monitor//Road maps//RU"
_NAMESPACE = UUID("9c1b7f0e-6f0b-4c39-9d4e-1a3f1f6f5d20")
"""Chosen once: with another one, every event would come twice into calendars that have it."""


@dataclass(frozen=True)
class DueDay:
    """One due date, in ready words of the reader's language.

    `uid` says the same date in every data version, as in `SVE-2020/2.2/2021-07-31`, so that a
    newer file takes the place of an older one.
    """

    uid: str
    summary: str
    start: date
    due: date
    description: str = ""
    url: str = ""


def calendar(
    rows: Sequence[DueDay], about: About, made: datetime, window: Callable[[date, date], str]
) -> bytes:
    """One event per row, as RFC 5545: UTF-8, CRLF, lines folded at 75 octets between letters.

    made: the data version's moment with its time zone, so that one version gives one file.
    window: words for the first and last day of a window. The mark of a demonstration stands
    before each summary and in each description, because events are copied one by one. Raises
    ValueError where there are no rows (the format has no empty calendar), where two have one
    `uid`, where a window ends before it starts, and at a moment without a zone.
    """
    if made.tzinfo is None:
        raise ValueError("made: needs a time zone")
    if not rows or len({row.uid for row in rows}) < len(rows):
        raise ValueError("rows: none, or two of one uid")
    file = Calendar()
    file.add("prodid", _PROGRAM)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    # As typed text: names that the library does not know it would write without escapes.
    file.add("x-wr-calname", vText(_line(_marked(about.title, about))))
    file.add("name", vText(_line(_marked(about.title, about))))
    for row in sorted(rows, key=lambda row: (row.due, row.start, row.uid)):
        file.add_component(_event(row, about, made, window(row.start, row.due)))
    return file.to_ical(sorted=False)


def _event(row: DueDay, about: About, made: datetime, window: str) -> Event:
    if row.due < row.start:
        raise ValueError(f"{row.uid!r} is due before it starts")
    event = Event()
    event.add("uid", vText(str(uuid5(_NAMESPACE, row.uid))))  # RFC 7986, section 5.3
    event.add("dtstamp", made.replace(microsecond=0))  # the library writes it in UTC
    event.add("dtstart", row.due)
    event.add("dtend", row.due + timedelta(days=1))  # excluded; some programs need it
    event.add("summary", vText(_line(_marked(row.summary, about))))
    marks = (f"{title}: {value}" for title, value in about.marks)
    paragraphs = (window, row.description, *marks)
    event.add("description", vText("\n".join(_clean(text) for text in paragraphs if text)))
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because a measure is due
    if row.url:
        event.add("url", vUri(_line(row.url)))
    return event


def _marked(text: str, about: About) -> str:
    return f"{about.demonstration_mark}: {text}" if about.demonstration else text


def _clean(text: str) -> str:
    """Drop control characters, which the format forbids, and keep ends of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")


def _line(text: str) -> str:
    """Put text on one line, as titles are shown."""
    return " ".join(_clean(" ".join(text.split())).split())
