"""Say what differs of what stands side by side, and how many marks chance alone would make."""

import pandas as pd

from components.base.i18n import Words

LEAST = 2
"""Pins of one kind that can be compared."""


def difference(row: dict, words: Words) -> str:
    """Say one difference: «выше на 4,2 п.п. (от 1,0 до 7,4)», «не отличается», or why not."""
    if row["kind"] == "coverage":
        return words("side.full_count")
    if row["word"] not in ("higher", "lower", "same"):
        return words("side.not_compared")
    low, high = words.number(row["from"], 1), words.number(row["to"], 1)
    interval = words("cell.interval", low=low, high=high)
    if row["word"] == "same":
        return words("side.same", interval=interval)
    points = words.number(abs(row["apart"]), 1)
    return words(f"side.{row['word']}", points=points, interval=interval)


def finding(apart: pd.DataFrame, base: str, words: Words) -> str:
    """Say how many differences from the base are seen, of those that can be told; verdict first."""
    known = apart[apart["word"].ne("not_compared")]
    if known.empty:
        return words("side.nothing_compared", base=base)
    differ = int(known["word"].ne("same").sum())
    if not differ:
        return words("side.nothing_differs", base=base, n=len(known))
    return words("side.differ", n=differ, of=words.number(len(known)), base=base)


def chance(apart: pd.DataFrame, confidence: float, words: Words) -> str:
    """Say how many of the differences chance alone would mark at most, on the average."""
    known = int(apart["word"].ne("not_compared").sum())
    if not known:
        return words("side.no_intervals")
    marks = words.number(known * (1 - confidence), 1)
    return words("side.chance", confidence=words.percent(100 * confidence, 0), marks=marks)
