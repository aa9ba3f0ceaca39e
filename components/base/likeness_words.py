"""Say what a school or a municipality is like, and how much each variable counts."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from queries.methods.doing_better import Count


def weighed(name: str, weight: int, words: Words) -> str:
    """Name a variable with its weight."""
    return f"{words(f'likeness.variable_{name}')} ({weight})"


def school_said(row: dict[str, Any], factors: dict[str, str], words: Words) -> str:
    """Say the variables of a school; what is not known of it is said to be so."""
    said = [
        words(f"locality.{row['locality']}"),
        words("likeness.pupils_unknown")
        if pd.isna(row["size"])
        else words("likeness.pupils", n=int(row["size"])),
        words(f"likeness.{'adverse_unknown' if pd.isna(row['adverse']) else row['adverse']}"),
    ]
    if isinstance(row["risks"], frozenset):
        named = ", ".join(sorted(factors[code].lower() for code in row["risks"]))
        said.append(words("likeness.risks", risks=named))
    else:
        said.append(words("likeness.risks_unknown"))
    return "; ".join(said)


def place_said(row: dict[str, Any], words: Words) -> str:
    """Say the variables of a municipality: its schools, how many are rural, their size."""
    said = [
        words("likeness.schools", n=int(row["place_schools"])),
        words("likeness.rural", share=words.percent(100 * row["place_rural"], 0)),
    ]
    if not pd.isna(row["place_pupils"]):
        said.append(words("likeness.mean_pupils", n=round(row["place_pupils"])))
    if not pd.isna(row["place_adverse"]):
        share = words.percent(100 * row["place_adverse"], 0)
        said.append(words("likeness.adverse_share", share=share))
    return ", ".join(said)


def shares_said(what: str, here: Count, there: Count, words: Words, percent: bool = False) -> str:
    """Say a count or a share there, and beside it the one here."""
    if percent:
        told = [words.percent(100 * part / whole) for part, whole in (there, here)]
    else:
        told = [
            words("cell.of", part=words.number(part), total=words.number(whole))
            for part, whole in (there, here)
        ]
    return words("likeness.better", what=what, there=told[0], here=told[1])
