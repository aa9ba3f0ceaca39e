"""Find the cell of each problem, and write what a marked file says about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from data.errors import LEVELS, STOP, Problem
from data.intake.received import limits
from data.intake.received.workbooks import Sheet
from data.intake.spelling.sheet_text import cell_text
from data.intake.spelling.vocabulary import headings, plain
from data.intake.spelling.wording import word
from data.schema import INTAKE_TABLES

SHOWN = 10_000
"""Remarks that a marked file lists; beyond it the most serious come first."""


@dataclass(frozen=True)
class Remark:
    """One problem in words; row and number count from 1, 0 is the whole sheet and a gap."""

    sheet: str
    row: int
    number: int
    heading: str
    value: str
    level: str
    text: str


def located(
    problems: Sequence[Problem],
    said: Callable[[Problem], str],
    sheets: Sequence[Sheet],
    columns: Mapping[tuple[str, str], int],
) -> list[Remark]:
    """One remark per problem, the first SHOWN of the gravest, in the order of the cells.

    columns: the place from 1 of a declared column in a sheet; where it is not given, the header
    is searched for the column's headings. A remark on a row stands in the row's first cell.
    """
    gravest = sorted(problems, key=lambda problem: LEVELS.index(problem.level))[:SHOWN]
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    alone = sheets[0].name if len(sheets) == 1 else ""
    tops = {sheet.name: HeaderRows(sheet) for sheet in sheets}
    remarks = []
    for problem in gravest:
        name = problem.sheet or alone
        number = columns.get((problem.sheet, problem.column), 0)
        top = tops.get(name)
        if top and not number:
            number = top.number(problem.column)
        number = (number or 1) if problem.row else 0
        heading = (top.heading(number, problem.column) if top else "") or _own(problem.column)
        text = cell_text(said(problem))
        value = cell_text(problem.value)
        remarks.append(Remark(name, problem.row, number, heading, value, problem.level, text))
    return sorted(remarks, key=lambda at: (order.get(at.sheet, -1), at.row, at.number))


class HeaderRows:
    """The rows of a sheet among which its header stands."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = [cells for _, cells in sheet.rows[: limits.HEADER_ROWS]]

    def number(self, column: str) -> int:
        """The place from 1 of a column by its declared name or a heading, 0 if it is not there."""
        if not column:
            return 0
        words = _synonyms(column)
        found = (
            place
            for cells in self._rows
            for place, cell in enumerate(cells, start=1)
            if isinstance(cell, str) and plain(cell) in words
        )
        return next(found, 0)

    def heading(self, number: int, column: str) -> str:
        """The heading of a column as the file has it, or ``."""
        if not (number and column):
            return ""
        words = _synonyms(column)
        for cells in self._rows:
            cell = cells[number - 1] if number <= len(cells) else None
            if isinstance(cell, str) and plain(cell) in words:
                return " ".join(cell.split())
        return ""


def head_lines(name: str, problems: Sequence[Problem], language: str, extra: str) -> list[str]:
    """Lines above the list of remarks: the file, the counts, and what else a reader must know."""
    stops = sum(problem.level == STOP for problem in problems)
    lines = [word(language, "remarks.title", file=name)]
    if problems:
        lines.append(word(language, "remarks.count", count=len(problems), stops=stops))
    else:
        lines.append(word(language, "remarks.none"))
    if len(problems) > SHOWN:
        lines.append(word(language, "remarks.cut", shown=SHOWN))
    return [cell_text(line) for line in [*lines, extra]]


@cache
def _synonyms(column: str) -> frozenset[str]:
    """Compared forms of every heading of a declared column in any table, or of a heading."""
    words = {plain(column)}
    for table in INTAKE_TABLES:
        words.update(map(plain, headings(table).get(column, ())))
    return frozenset(words)


def _own(column: str) -> str:
    """The template's heading of a declared column; of anything else, itself."""
    tables = (table for table in INTAKE_TABLES if column in table.columns)
    return next((headings(table)[column][0] for table in tables), cell_text(column))
