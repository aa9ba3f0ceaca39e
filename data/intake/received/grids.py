"""Split a sheet into its header, its rows and what people write around them.

Whatever is left out gets a note with its row; when in doubt a line is a row of the table, and the
checks will complain.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from data.errors import ACKNOWLEDGE, NOTE, Problem
from data.intake.received import header_words, limits
from data.intake.received.header_rows import is_number_line
from data.intake.received.header_words import Header
from data.intake.received.headers import texts
from data.intake.received.personal import MASK
from data.intake.received.values import written
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain

Row = tuple[int, tuple[object, ...]]
"""A row's number in the file, from 1, and its cells as they are."""

_STARTS = tuple("ивпt")
"""First letters of the words looked for: most rows need no closer look."""
_TOTAL = re.compile(r"(итого|всего|итог|total)\b")
# «Пример» alone may be the word for demonstration data in a column of codes.
_EXAMPLE = re.compile(r"пример( заполнения)?\s?:|пример заполнения")
_NOTE = re.compile(r"[*¹²³]|(примечани\w*|источник\w*|исполнител\w*|составлено|по данным)\b")
_WORDS_OF_A_NOTE = 5


@dataclass(frozen=True)
class Grid:
    """One sheet's table: the header's row and texts, and the rows below it."""

    sheet: str
    header_row: int
    header: tuple[str, ...]
    """Of a header of several rows the last is named, and headings are all words of a column."""
    rows: list[Row]
    hidden: frozenset[int] = frozenset()
    whole: Sheet = field(default_factory=Sheet, repr=False, compare=False)
    """The sheet that was cut, for a person who sees another header in it."""
    top_row: int = 0
    """The first row of the header."""


def cut(sheet: Sheet, header: Header, headings: tuple[str, ...]) -> Grid:
    """Cut a sheet below its header, whose columns are called by these headings."""
    top, row = sheet.rows[header.top][0], sheet.rows[header.bottom][0]
    below = [(number, tuple(cells)) for number, cells in sheet.rows[header.bottom + 1 :]]
    return Grid(sheet.name, row, headings, below, sheet.hidden, sheet, top)


def cut_below(sheet: Sheet, first: int, last: int) -> Grid:
    """Cut a sheet below the header that a person sees between two of its filled rows, from 1."""
    places = [place for place, (row, _) in enumerate(sheet.rows) if first <= row <= last]
    header = Header(places[0], places[-1])
    return cut(sheet, header, header_words.titles(sheet, header))


def lines_above(grid: Grid) -> list[Problem]:
    """List the lines above the header of a cut sheet, which are skipped."""
    lines = [(row, cells) for row, cells in grid.whole.rows if row < grid.top_row]
    return [note(row, cells, "skipped_title") for row, cells in lines]


def fill_merged(sheet: Sheet, header: Header, columns: Collection[int]) -> None:
    """Write a merged cell below the header into every row that it covers, in these columns only.

    A merged key belongs to all its rows; a merged number would be counted once for each.
    """
    by_row = dict(sheet.rows[header.bottom + 1 :])
    for (top, left), (bottom, _) in sheet.merged:
        if bottom <= top or left not in columns or top + 1 not in by_row:
            continue
        value = by_row[top + 1][left]
        for number in range(top + 2, min(bottom + 1, sheet.rows[-1][0]) + 1):
            if number in by_row and by_row[number][left] == "":
                by_row[number][left] = value


def table_rows(grid: Grid, mapped: Collection[int]) -> tuple[list[Row], list[Problem]]:
    """Split the rows of the table from examples, totals and notes; `mapped` are its columns."""
    kept: list[Row] = []
    notes: list[Problem] = []
    last, repeated = _last_row(grid), _repeated_headers(grid)
    for number, cells in grid.rows:
        is_header = number in repeated
        rule = "skipped_header" if is_header else _rule(grid, number, cells, last, mapped)
        rule = "" if len(notes) >= limits.SKIPPED_ROWS else rule
        if rule:
            notes.append(note(number, cells, rule))
        else:
            kept.append((number, cells))
    return kept, notes


def unseen(grid: Grid, rows: Sequence[Row], mapped: Iterable[int]) -> list[Problem]:
    """Ask about rows and columns that are taken and that nobody sees: hidden, or filtered."""
    hidden = [number for number, _ in rows if number in grid.hidden]
    columns = sorted(grid.whole.hidden_columns & set(mapped)) if rows else []
    asked = []
    if hidden:
        count = str(len(hidden))
        asked.append(Problem("hidden_rows", hidden[0], expected=count, level=ACKNOWLEDGE))
    if columns:
        said, count = grid.header[columns[0]], str(len(columns))
        asked.append(
            Problem("hidden_columns", grid.header_row, said, said, count, level=ACKNOWLEDGE)
        )
    return asked


def _last_row(grid: Grid) -> int:
    """Number the last row with more than one filled cell: below it stand only notes."""
    full = (number for number, cells in reversed(grid.rows) if len(_filled(cells)) > 1)
    return next(full, grid.header_row)


def _filled(cells: Sequence[object]) -> list[int]:
    return [
        place
        for place, cell in enumerate(cells)
        if (cell.strip() if isinstance(cell, str) else cell is not None)
    ]


def _rule(
    grid: Grid, number: int, cells: tuple[object, ...], last: int, mapped: Collection[int]
) -> str:
    """Name the rule by which a row does not belong to the table, or ``."""
    filled = _filled(cells)
    first = cells[filled[0]]
    if isinstance(first, str) and first.lstrip()[:1].casefold() in _STARTS:
        start = plain(first)
        if _EXAMPLE.match(first.strip().casefold()):
            return "skipped_example"
        if is_total(start):
            return "skipped_total"
    if number <= grid.header_row + 2 and is_number_line(cells):
        return "skipped_header"
    if len(filled) == 1 and number > last and _is_note(first, filled[0] in mapped):
        return "skipped_note"
    return ""


def is_total(text: str) -> bool:
    """Say whether a text begins as a row of totals does."""
    return bool(_TOTAL.match(plain(text)))


def _repeated_headers(grid: Grid) -> set[int]:
    """Number the rows that repeat the whole header, as for the next printed page.

    Of a header of several rows all must stand there, one below another.
    """
    block = [_said(cells) for row, cells in grid.whole.rows if _is_within(grid, row)]
    block = block or [_without_end(grid.header)]
    first = next((n for n, said in enumerate(block[0]) if said), 0)
    found: set[int] = set()
    for place, (_, cells) in enumerate(grid.rows):
        # Most rows differ in one cell, which is faster than to write all of them.
        if first >= len(cells) or str(cells[first]).strip() != block[0][first]:
            continue
        below = grid.rows[place : place + len(block)]
        if [_said(own) for _, own in below] == block:
            found |= {number for number, _ in below}
    return found


def _is_within(grid: Grid, row: int) -> bool:
    return grid.top_row <= row <= grid.header_row


def _said(cells: Sequence[object]) -> tuple[str, ...]:
    return _without_end(texts(cells))


def _without_end(said: Sequence[str]) -> tuple[str, ...]:
    """Give texts without the empty ones at the end."""
    end = max((n + 1 for n, text in enumerate(said) if text), default=0)
    return tuple(said[:end])


def _is_note(cell: object, is_mapped: bool) -> bool:
    if not isinstance(cell, str):
        return False
    if cell == MASK:
        return True  # no table has a row of nothing but what may not be here
    start = plain(cell)
    return not is_mapped or bool(_NOTE.match(start)) or start.count(" ") >= _WORDS_OF_A_NOTE - 1


def note(row: int, cells: Sequence[object], rule: str) -> Problem:
    """Tell that a row is passed over, by what its first filled cell says."""
    said = next((text for cell in cells if (text := written(cell))), "")
    return Problem(rule, row, value=said[:80], level=NOTE)
