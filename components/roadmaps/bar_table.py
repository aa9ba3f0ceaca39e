"""Write counts of a road map as a plain table with a small bar under each name: words first."""

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.records import records
from components.roadmaps.counts import COUNTED
from components.shell import tables

PARTS = ("proved", "unproved", "late")


def html(rows: pd.DataFrame, words: Words, small: float = 0, of: str = "name") -> Markup:
    """Write one line per row: name over its bar, done of due, without evidence, late.

    `of` names what the rows are: the column whose title stands over their names.
    Bars of fewer than `small` due are muted: one mark more or less would change them much.
    """
    heads = [of, *(key for key, _ in COUNTED)]
    titles = [tables.title(key, words, "roadmaps") for key in heads]
    lines = [_line(row, words, small) for row in records(rows)]
    return written("roadmaps/bar_table.html", titles=titles, lines=lines)


def _line(row: dict, words: Words, small: float) -> dict[str, object]:
    cells = [tables.cell(row[key], kind, words) for key, kind in COUNTED]
    look = "parts small" if row["due"] < small else "parts"
    return row | {"look": look, "parts": _parts(row), "cells": cells}


def _parts(row: dict) -> list[tuple[str, float]]:
    """Give the parts of what was due in per cent; none where nothing was."""
    if not row["due"]:
        return []
    amounts = {
        "proved": row["done"] - row["unproved"],
        "unproved": row["unproved"],
        "late": row["late"],
    }
    return [(part, 100 * amounts[part] / row["due"]) for part in PARTS if amounts[part]]
