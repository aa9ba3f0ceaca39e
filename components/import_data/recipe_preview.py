"""Draw a sheet as it looks, and what a recipe makes of it."""

from collections.abc import Sequence

import streamlit as st

from components.base import table_names
from components.base.i18n import Words
from components.import_data import remarks
from components.shell import listing
from data.errors import STOP, Problem
from data.intake.declared.reading import ReadFile
from data.intake.received.grids import Grid
from data.intake.received.headers import letters
from data.intake.received.values import written

LINES, ROWS, COLUMNS, SAID = 12, 6, 14, 8
SIGNS = 40


def sheet(grid: Grid, words: Words) -> None:
    """Draw the first rows of a sheet with their numbers, cells cut to a few words."""
    rows = grid.whole.rows[:LINES]
    width = min(max((len(cells) for _, cells in rows), default=0), COLUMNS)
    head = [words("problem.row"), *(letters(place) for place in range(width))]
    lines = [
        (number, *((written(cell) or "")[:SIGNS] for cell in cells[:width]))
        for number, cells in rows
    ]
    listing.draw(head, [(*line, *[""] * (width + 1 - len(line))) for line in lines])


def rows(files: Sequence[ReadFile], problems: Sequence[Problem], words: Words) -> None:
    """Draw the first rows of each table that comes out, and what stops."""
    for file in files:
        st.markdown(
            words.marked(
                "recipe.rows", n=file.rows.num_rows, table=table_names.title(file.table.name, words)
            )
        )
        head = [table_names.heading(column, words) for column in file.table.columns]
        first = file.rows.slice(0, ROWS).to_pylist()
        listing.draw(head, [[cell or "" for cell in row.values()] for row in first])
    stops = [problem for problem in problems if problem.level == STOP]
    if stops:
        st.markdown(words("recipe.stops", n=len(stops)))
        head = [words(f"problem.{name}") for name in ("row", "column", "value", "fault")]
        lines = [(p.row or "", p.column, p.value, remarks.said(p, words)) for p in stops[:SAID]]
        listing.draw(head, lines)
