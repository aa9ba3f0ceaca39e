"""Say in words where a decision stands, and what has happened to its school since."""

import pandas as pd

from components.base.i18n import Words
from queries.methods.signals import SIGNALS

TURNS = ("gone", "new", "kept", "unknown")


def state(row: dict, words: Words) -> str:
    """Say whether a decision is done, overdue by how many days, not yet due, or without a term."""
    if row["state"] == "done":
        day = words.short_day(pd.Timestamp(row["done_date"]).date())
        if row["days_late"]:
            return words("decided.done_late", day=day, n=int(row["days_late"]))
        return words("decided.done", day=day)
    if row["state"] == "late":
        if not row["days_late"]:
            return words("decided.late_today")
        return words("decided.late", n=int(row["days_late"]))
    if row["state"] == "open":
        return words("decided.open", day=words.short_day(pd.Timestamp(row["due_date"]).date()))
    return words("decided.no_term")


def turns(row: dict, words: Words) -> str:
    """Say which signals are gone since, which are new, which stand still or are not known."""
    said = []
    for turn in TURNS:
        names = [
            words(f"decided.name_{name}") for name in SIGNALS if row["turns"].get(name) == turn
        ]
        if names:
            said.append(words(f"decided.{turn}", said=", ".join(names)))
    return "; ".join(said) or words("decided.no_signals")


def since(row: dict, words: Words) -> str:
    """Say how many measures were done since, and which mentor was found."""
    said = [words("decided.measures", n=int(row["measures"]))] if row["measures"] else []
    if row["mentor"]:
        said.append(words("decided.mentor", name=row["mentor"]))
    return "; ".join(said) or words("decided.nothing_since")


def results(row: dict, words: Words) -> str:
    """Say how results went since, without a verdict: one school's change tells no cause."""
    if row["result"] != "told":
        return words(f"decided.result_{row['result']}")
    return words(
        "decided.result_told",
        procedure=words(f"procedure.{row['procedure']}"),
        was=words.percent(100 * row["was"], 0),
        was_year=int(row["was_year"]),
        now=words.percent(100 * row["now"], 0),
        now_year=int(row["now_year"]),
    )
