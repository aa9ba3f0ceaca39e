"""Say what changed between two lists in one line."""

from components.base.i18n import Words
from components.low_performing.choice import ListView
from components.low_performing.numbers import Numbers


def finding(n: Numbers, view: ListView, words: Words) -> str:
    """Say how many are on the list, and how many stayed, entered, returned and left."""
    head = words("low_performing.headline", n=n.listed, year=view.year)
    if not view.against:
        return head
    parts = [
        words(f"low_performing.part_{state}", n=int(n.states[state]))
        for state in ("stayed", "entered", "returned", "left")
        if n.states[state]
    ]
    return f"{head}: {', '.join(parts)}"
