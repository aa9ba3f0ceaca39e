"""Say what of a road map is done, late, without evidence or not marked; each sentence by a rule."""

import datetime as dt

import pandas as pd

from components.base.i18n import Words
from queries.methods.plans import NEVER, REFUSED

STATES = ("proved", "unproved", "late", "ahead", "unmarked", "undated")
SYMBOLS = {
    "proved": "●",
    "unproved": "◐",
    "late": "✕",
    "ahead": "○",
    "unmarked": "□",
    "undated": "–",
}
"""What stands before the words of a state, in tables and legends as in the chart."""


def headline(counts: dict[str, int], today: int, day: dt.date, words: Words) -> str:
    """Say what was done of what was due by the day: full counts; without any due, only that.

    `today` of the late were due on the very day, and are not called overdue.
    """
    if not counts["due"]:
        return words("roadmaps.nothing_due", day=words.short_day(day))
    total = words.number(counts["due"])
    done = words.number(counts["done"])
    said = words("roadmaps.headline", n=counts["due"], done=done, of=total)
    parts = [said + " " + words("roadmaps.by_day", day=words.short_day(day))]
    if counts["late"] > today:
        parts.append(words("roadmaps.overdue_count", n=counts["late"] - today))
    if today:
        parts.append(words("roadmaps.due_today", n=today))
    return ", ".join(parts)


def facts_headline(total: dict[str, int], words: Words) -> str:
    """Say how many facts are stated of a region's measures, by status, and what is unproved."""
    done, ongoing, planned = (words.number(total[key]) for key in ("done", "ongoing", "planned"))
    said = words(
        "roadmaps.facts_headline", n=total["facts"], done=done, ongoing=ongoing, planned=planned
    )
    bare = total["unproved"]
    return said + ("; " + words("roadmaps.facts_unproved", n=bare) if bare else "")


def known_maps(maps: pd.DataFrame, words: Words) -> str | None:
    """Name the road maps that there are, with their years; nothing if there is none."""
    named = [
        f"{words.pick(row, 'name')}, {row['first_year']}–{row['last_year']}"
        for row in maps.to_dict("records")
    ]
    return words("roadmaps.known_maps", maps="; ".join(named)) if named else None


def marking(schools: int, words: Words) -> str | None:
    """Say of how many schools the marks are; nothing if there is none."""
    return words("roadmaps.marking", n=schools) if schools else None


def unmarked(dates: int, words: Words) -> str | None:
    """Say how many due dates nobody marked; nothing if there is none."""
    return words("roadmaps.unmarked_count", n=dates) if dates else None


def unproved(done: int, words: Words) -> str | None:
    """Say how many of the done have no evidence; nothing if all have."""
    return words("roadmaps.unproved_note", count=words.number(done)) if done else None


def without_marks(reported: bool | None, words: Words) -> str:
    """Say why a municipality has no marks: it did not report, it did, or nobody knows."""
    known = {True: "reported", False: "not_reported", None: "unknown"}[reported]
    return words(f"roadmaps.no_marks_{known}")


def state(name: str, words: Words) -> str:
    """Name the state of a due date, its symbol first."""
    return f"{SYMBOLS[name]} {words(f'roadmaps.state_{name}')}"


def reading(row: dict, words: Words) -> str:
    """Say how a deadline was read; of one that was not, why, with the words that stopped it."""
    if row["kind"] == REFUSED:
        part = f" («{row['part']}»)" if row["part"] else ""
        return words("roadmaps.refused") + ": " + words(f"roadmaps.refused_{row['reason']}") + part
    said = words("roadmaps.kind_never" if row["kind"] == NEVER else f"roadmaps.kind_{row['kind']}")
    return f"{said}; {words('roadmaps.and_on_demand')}" if _also(row) else said


def _also(row: dict) -> bool:
    return bool(row["on_demand"]) and row["kind"] != "on_demand"


def document(row: dict, words: Words) -> str:
    """Name the source by its title; a source that is no listed document by its own words."""
    title = row[f"document_{words.language}"]
    if isinstance(title, str):
        return title
    if row["source"] == "demonstration":
        return words("roadmaps.demonstration")
    return str(row["source"])


def basis(text: object, words: Words) -> str:
    """Say on what the status of a fact rests; notes of the register in the reader's language."""
    said = str(text)
    known = [name for start, name in BASES.items() if said.startswith(start)]
    return words(f"roadmaps.basis_{known[0]}") if known else said


def evidence(text: object, words: Words, done: bool = True) -> str:
    """Name the evidence of a fact or of a measure done; of what is not done none is missed."""
    if not isinstance(text, str) or not text.strip():
        return words("roadmaps.without_evidence" if done else "roadmaps.nothing_given")
    if text.startswith(UNTIED):
        link = text.partition(": ")[2]
        return words("roadmaps.untied", link=link)
    return text


UNTIED = "slide link, not tied to an item"
"""How the register of facts begins evidence that its document gives for the slide as a whole."""

BASES = {
    "«предполагается»; date": "supposed_period",
    "«предполагается»": "supposed",
    "«принятые меры»": "taken",
    "«применяемые меры»": "applied",
    "task with applied measures": "task",
    "existing groundwork": "groundwork",
    "concept itself": "concept",
    "present tense": "present",
    "past tense": "past",
    "date is that of the order": "council",
}
"""How notes of the register of facts begin, and the keys of their texts."""
