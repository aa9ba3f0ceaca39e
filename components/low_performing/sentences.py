"""Say what changed between two lists in one line, and how much of a list by the rule is chance."""

from collections import Counter

import pandas as pd

from components.base.i18n import Words
from components.base.list_luck import word
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


def luck(chances: pd.Series, words: Words, region: str) -> str:
    """Say of the chances of all listed schools how many are steady, and how many may be luck."""
    counts = Counter(word(chance, region) for chance in chances)
    return words.marked(
        "low_performing.luck_found",
        n=len(chances),
        steady=counts["steady"],
        rather_steady=counts["rather_steady"],
        maybe_chance=counts["maybe_chance"],
        unknown=counts["unknown"],
    )
