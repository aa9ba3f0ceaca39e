"""Tell what was decided on the school of a card, and what became of it."""

import pandas as pd

from components.base import decided_words
from components.base.i18n import Words
from components.school.choice import SchoolView
from components.school.facts import Facts
from components.school.section import Section, table

SHOWN = 3
"""Latest decisions on one card: more would leave no room for the rest of it."""


def decisions(view: SchoolView, known: Facts, words: Words) -> Section:
    """List the latest decisions up to the day, each with where it stands and what went on since."""
    rows, title = known.decisions.get(view.school, []), words("school.title_decisions")
    if not rows:
        return Section(title, words("school.no_decisions", day=words.short_day(view.day)))
    said = words(
        "school.decisions",
        n=len(rows),
        done=sum(row["state"] == "done" for row in rows),
        late=sum(row["state"] == "late" for row in rows),
    )
    head = tuple(
        words(f"school.column_{name}") for name in ("decided_on", "decision", "state", "turned")
    )
    latest = sorted(rows, key=lambda row: pd.Timestamp(row["decided_on"]), reverse=True)
    lines = [
        (
            words.short_day(pd.Timestamp(row["decided_on"]).date()),
            f"{row['decision']} — {row['responsible']}",
            decided_words.state(row, words),
            f"{decided_words.turns(row, words)}; {decided_words.since(row, words)}",
        )
        for row in latest
    ]
    shown = table(said, title, head, lines[:SHOWN], words)
    if len(lines) <= SHOWN:
        return shown
    return Section(title, said, head, shown.rows, words("school.more", n=len(lines) - SHOWN))
