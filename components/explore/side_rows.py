"""Make the rows of the tables of what stands side by side: on the page, in files, on slides."""

import pandas as pd

from components.base.i18n import Words
from components.base.pins import Kind, named, pinned
from components.base.records import records
from components.explore import side_sentences
from components.explore.side import Side, over_years, side
from components.explore.side_trends import trends
from components.shell.tables import Columns
from queries.view import View

FILE: Columns = (
    ("title", "text"),
    ("pin_name", "text"),
    ("text", "text"),
    ("numerator", "integer"),
    ("denominator", "integer"),
    ("share", "percent"),
    ("low", "percent"),
    ("high", "percent"),
    ("apart", "decimal"),
    ("from", "decimal"),
    ("to", "decimal"),
    ("said", "text"),
)
YEARS: Columns = (
    ("pin_name", "text"),
    ("year", "year"),
    ("text", "text"),
    ("share", "percent"),
    ("low", "percent"),
    ("high", "percent"),
)
TRENDS: Columns = (
    ("pin_name", "text"),
    ("trend", "text"),
    ("slope", "decimal"),
    ("from", "decimal"),
    ("to", "decimal"),
)


def compared(view: View, kind: Kind, base: str) -> pd.DataFrame:
    """One row per indicator and pin: what the heat map says of it, and how it differs."""
    found, words = side(view, kind, base), Words(view.language)
    rows = found.rows.merge(found.apart, "left", ["column", "pin"])
    said = [_said(row, found, words) for row in records(rows)]
    return rows.assign(said=said, pin_name=rows["name"])


def _said(row: dict, found: Side, words: Words) -> str:
    """Say how one cell differs from that of the base; the base's own says that it is the base."""
    if row["pin"] == str(found.base):
        return words("side.base")
    return side_sentences.difference(row, words)


def years(view: View, kind: Kind) -> pd.DataFrame:
    """One row per pin and year for the indicator of the view."""
    rows = over_years(view, kind).sort_values(["place", "position"], ignore_index=True)
    return rows.assign(year=rows["column"].astype(int), pin_name=rows["name"])


def trended(view: View, kind: Kind) -> pd.DataFrame:
    """One row per pin: how it went, as the page of dynamics says."""
    found = trends(view, kind)
    return found.assign(pin_name=found["name"])


def wide(view: View, kind: Kind, base: str) -> tuple[list[str], list[list[str]]]:
    """Set the pins beside each other: titles, and a line per indicator with its differences."""
    words, here = Words(view.language), pinned(view, kind)
    found = compared(view, kind, base)
    titles = [words("explore.column_title"), *(named(pin, words) for pin in here)]
    lines = []
    for _, part in found.groupby(["position", "column"], sort=True):
        cells = {row["pin"]: row for row in records(part)}
        first = next(iter(cells.values()))
        lines.append([first["title"], *(_cell(cells.get(str(pin)), words) for pin in here)])
    return titles, lines


def _cell(row: dict | None, words: Words) -> str:
    """Write what a pin has of an indicator, and how it differs; nothing of it is a dash."""
    if row is None:
        return "—"
    if row["said"] == words("side.base") or row["kind"] != "pupil_rate":
        return str(row["text"])
    return f"{row['text']} · {row['said']}"
