"""Write counts of a road map as a plain table with a small bar under each name: words first."""

import pandas as pd

from components.base.i18n import Words
from components.base.markup import escaped
from components.roadmaps.counts import COUNTED
from components.shell import tables

PARTS = ("proved", "unproved", "late")


def html(rows: pd.DataFrame, words: Words, small: float = 0, of: str = "name") -> str:
    """Write one line per row: name over its bar, done of due, without evidence, late.

    `of` names what the rows are: the column whose title stands over their names.
    Bars of fewer than `small` due are muted: one mark more or less would change them much.
    """
    heads = [of, *(key for key, _ in COUNTED)]
    titles = [tables.title(key, words, "roadmaps") for key in heads]
    head = "".join(f"<th>{escaped(text)}</th>" for text in titles)
    body = "".join(_line(row, words, small) for row in rows.to_dict("records"))
    return (
        f'<table class="numbers wide bars"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _line(row: dict, words: Words, small: float) -> str:
    cells = "".join(
        f"<td>{escaped(tables.cell(row[key], kind, words))}</td>" for key, kind in COUNTED
    )
    return f'<tr><th scope="row">{escaped(row["name"])}{_bar(row, small)}</th>{cells}</tr>'


def _bar(row: dict, small: float) -> str:
    """Draw the parts of what was due; nothing where nothing was."""
    if not row["due"]:
        return ""
    amounts = {
        "proved": row["done"] - row["unproved"],
        "unproved": row["unproved"],
        "late": row["late"],
    }
    parts = "".join(
        f'<i class="{part}" style="width:{100 * amounts[part] / row["due"]:.1f}%"></i>'
        for part in PARTS
        if amounts[part]
    )
    look = "parts small" if row["due"] < small else "parts"
    return f'<span class="{look}" aria-hidden="true">{parts}</span>'
