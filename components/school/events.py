"""Tell in which events of the region the school's municipality took part, as far as it is known."""

import pandas as pd

from components.base.i18n import Words
from components.school.choice import SchoolView
from components.school.facts import Facts
from components.school.section import Section, table
from queries.methods.attendance import UNKNOWN


def events(view: SchoolView, known: Facts, words: Words) -> Section:
    """Name the events begun by the day, the latest first; nobody tells of single schools."""
    title, oktmo = words("school.title_events"), known.named[view.school]["oktmo"]
    begun = [row for row in known.events if pd.Timestamp(row["start_date"]).date() <= view.day]
    if not begun:
        return Section(title, words("school.no_events", day=words.short_day(view.day)))
    states = [known.participation.get((row["code"], oktmo), UNKNOWN) for row in begun]
    told = sum(state != UNKNOWN for state in states)
    head = tuple(words(f"school.column_{name}") for name in ("event", "day", "taking_part"))
    lines = [
        (
            words.pick(row, "name"),
            words.short_day(pd.Timestamp(row["start_date"]).date()),
            _state(state, words),
        )
        for row, state in zip(begun[::-1], states[::-1], strict=True)
    ]
    return table(words("school.events", n=len(begun), told=told), title, head, lines, words)


def _state(state: str, words: Words) -> str:
    """Say what the municipality did; silence is not staying away."""
    return words("events.state_unknown" if state == UNKNOWN else f"events.place_{state}")
