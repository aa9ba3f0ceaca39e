"""Say what changed between two lists in one line."""

from components.base.i18n import Words
from components.low_performing.choice import ListView
from components.low_performing.numbers import NOT_TOLD, Numbers


def finding(n: Numbers, view: ListView, words: Words) -> str:
    """Say how many are on the list, and how many stayed, entered, returned and left."""
    if not n.told:
        said = words("low_performing.headline_not_told", year=view.year)
        unknown = int(n.states[NOT_TOLD])
        return f"{said}: {words('low_performing.part_not_told', n=unknown)}" if unknown else said
    head = words("low_performing.headline", n=n.listed, year=view.year)
    if not view.against:
        return head
    parts = [
        words(f"low_performing.part_{state}", n=int(n.states[state]))
        for state in ("stayed", "entered", "returned", "left", NOT_TOLD)
        if n.states[state]
    ]
    return f"{head}: {', '.join(parts)}"
