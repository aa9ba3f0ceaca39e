"""Word who came to an event, keeping what is counted apart from who is named."""

import pandas as pd

from components.base.i18n import Words
from queries.methods.attendance import UNKNOWN


def finding(event: dict, states: pd.DataFrame, municipalities: int, words: Words) -> str:
    """Say how many municipalities came, and how many stayed away though they have schools."""
    day = words.day(event["start_date"])
    counts = dict(zip(states["state"], states["municipalities"], strict=True))
    came = counts.get("took_part", 0)
    if not came:
        return words("events.unknown_attendance", day=day, name=words.pick(event, "name"))
    total = words.number(municipalities)
    said = words("events.came", n=municipalities, day=day, came=words.number(came), total=total)
    away = counts.get("absent", 0)
    return said + words("events.stayed_away", n=away) if away else said


def people(numbers: dict[str, float], words: Words) -> str:
    """Say how many people took part, and how many of them on the spot."""
    if "participants" not in numbers:
        return ""
    everybody = int(numbers["participants"])
    if "participants_in_person" not in numbers:
        return words("events.participants", n=everybody)
    there = int(numbers["participants_in_person"])
    share = words.percent(100 * there / everybody)
    return words(
        "events.participants_there",
        n=everybody,
        there=words.number(there),
        share=share,
        others=words.number(everybody - there),
    )


def named(row: dict, words: Words) -> str:
    """Say how many of a state are named: all, some, or none, whom nobody may guess then."""
    if row["state"] == UNKNOWN:
        return words("events.nothing_said")
    if not row["municipalities"]:
        return "—"
    if not row["named"]:
        return words("events.nobody_named")
    if row["named"] == row["municipalities"]:
        return words("events.all_named")
    return words("events.some_named", part=row["named"], total=row["municipalities"])


def unnamed(states: pd.DataFrame, words: Words) -> str:
    """Say of a municipality that is not named what it may be: «41 участвовали, 5 без ШНОР»."""
    parts = [
        f"{words(f'events.state_{state}')}: {count - names}"
        for state, count, names in zip(
            states["state"], states["municipalities"], states["named"], strict=True
        )
        if count > names
    ]
    return words("events.one_of", parts="; ".join(parts)) if parts else "—"


def dates(event: dict, words: Words) -> str:
    """Write the days of an event: one, or the first and the last."""
    first, last = (words.short_day(event[field]) for field in ("start_date", "end_date"))
    return first if first == last else f"{first} – {last}"


def document(row: dict, words: Words) -> str:
    """Name a source document by its title; one that is not listed, by its own words."""
    if not pd.isna(row["document_ru"]):
        return words.pick(row, "document")
    return "—" if pd.isna(row["source"]) else str(row["source"])
