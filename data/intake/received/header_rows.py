"""Find which rows of a sheet are its header, as a person sees them: one row or a block of several.

The rows of words and years above the first data are the header, whichever row is the fullest.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Table

from data.intake.received import limits
from data.intake.received.error_values import is_error
from data.intake.received.header_words import Header, has_data_below, known_words, spread
from data.intake.received.headers import LIKELY, Fit, fit, texts
from data.intake.received.marks_of_nothing import is_mark
from data.intake.received.places import Register
from data.intake.received.values import is_number, written
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain, title

_DEEPEST = 4
"""No header of more rows has been met; what is deeper is a person's to say."""
_YEAR = re.compile(r"(19|20)\d\d(\s?[/–-]\s?(\d\d)?\d\d)?( ?(г|год|уч\. ?год|учебный год)\.?)?")
_LETTERS = "абвг"


class Best(NamedTuple):
    """The header that fits a declared table best, and other tables that may be meant as well."""

    header: Header
    fit: Fit
    rivals: tuple[Table, ...] = ()


def best(sheet: Sheet, tables: Iterable[Table]) -> Best | None:
    """Give the header that names the columns of a declared table best, or None.

    A sheet called like a table that its header nearly fits is that table; else a header with every
    column that must be there goes before one that names more, and one row before several.
    """
    choices = []
    for header in _candidates(sheet):
        rows = spread(sheet, header)
        for table in tables:
            if has_data_below(rows, table):
                continue
            found = fit(known_words(rows, table), table)
            if len(found.columns) >= LIKELY:
                choices.append((_rank(sheet, header, found), header, found))
    if not choices:
        return None
    _, header, found = max(choices, key=lambda choice: choice[0])
    others = [other for _, at, other in choices if at == header and other is not found]
    rivals = () if _is_called(sheet, found.table) else _rivals(found, others)
    return Best(_whole(sheet, header), found, rivals)


def _is_called(sheet: Sheet, table: Table) -> bool:
    return plain(sheet.name) == plain(title(table))


def _rivals(found: Fit, others: Iterable[Fit]) -> tuple[Table, ...]:
    """List the tables of which a header names as many columns, if it may lack a word for one."""
    return tuple(
        other.table
        for other in others
        if len(other.columns) >= len(found.columns) and (other.nearly or not other.missing)
    )


def _rank(sheet: Sheet, header: Header, found: Fit) -> tuple[int, ...]:
    is_named = _is_called(sheet, found.table)
    complete = not found.missing
    depth = header.bottom - header.top
    return (
        is_named and (complete or found.nearly),
        complete,
        complete and not depth,
        len(found.columns),
        is_named,
        -depth,
        -header.top,
    )


def _candidates(sheet: Sheet) -> Iterable[Header]:
    """List every row that may be a header, and every block of rows of words below each other."""
    rows = sheet.rows[: limits.HEADER_ROWS]
    for bottom in range(len(rows)):
        yield Header(bottom, bottom)
        for top in range(bottom - 1, max(bottom - _DEEPEST, -1), -1):
            if rows[top][0] + 1 != rows[top + 1][0] or not _is_of_words(rows[top][1]):
                break
            if _is_of_words(rows[bottom][1]):
                yield Header(top, bottom)


def _whole(sheet: Sheet, header: Header) -> Header:
    """Lengthen a header by the rows into which its cells are merged downwards."""
    first, last = sheet.rows[header.top][0], sheet.rows[header.bottom][0]
    ends = [bottom + 1 for (top, _), (bottom, _) in sheet.merged if first <= top + 1 <= last]
    end = min(max([last, *ends]), last + _DEEPEST)
    within = [place for place, (row, _) in enumerate(sheet.rows) if row <= end]
    return Header(header.top, max(header.bottom, within[-1]))


def by_structure(sheet: Sheet, register: Register) -> Header:
    """Give the header of a table that nobody declared: the words and years above its first data.

    Where neither a number nor a municipality is found it is the first row as full as most.
    """
    rows = [cells for _, cells in sheet.rows[: limits.HEADER_ROWS]]
    data = _first_data(rows, register)
    bottom = data - 1
    while bottom > 0 and is_number_line(rows[bottom]):
        bottom -= 1
    if bottom < 0 or is_number_line(rows[bottom]):
        return _first_full(rows)
    top, first = bottom, _filled(rows[data])[0]
    while top > 0 and bottom - top < _DEEPEST - 1 and _is_above(sheet, top, first):
        top -= 1
    return Header(top, bottom)


def _is_above(sheet: Sheet, place: int, first: int) -> bool:
    """Say whether the row before a row of the header is of it too, and no title over all.

    A title stands in the first column, or alone in a row of which no cell is merged, if others are.
    """
    (row, cells), (next_row, _) = sheet.rows[place - 1 : place + 1]
    filled = _filled(cells)
    if row + 1 != next_row or not _is_of_words(cells):
        return False
    over = any(top <= row - 1 <= bottom for (top, _), (bottom, _) in sheet.merged)
    return len(filled) > 1 or (filled[0] > first and (over or not sheet.merged))


def _filled(cells: Sequence[object]) -> list[int]:
    return [place for place, said in enumerate(texts(cells)) if said]


def _first_full(rows: Sequence[Sequence[object]]) -> Header:
    widths = [sum(map(bool, texts(cells))) for cells in rows]
    usual = sorted(widths)[len(widths) // 2]
    place = next((n for n, width in enumerate(widths) if width >= usual), 0)
    return Header(place, place)


def _is_of_words(cells: Sequence[object]) -> bool:
    """Say whether every cell of a row may be a heading: words or years."""
    said = [text for text in texts(cells) if text]
    return all(not is_number(text) or _YEAR.fullmatch(text) for text in said)


def _first_data(rows: Sequence[Sequence[object]], register: Register) -> int:
    """Give the place of the first row of data, 0 if none is known for one."""
    is_headed = False
    for place, cells in enumerate(rows):
        said = [text for text in texts(cells) if text]
        if not is_number_line(cells) and _is_of_data(said, is_headed, register):
            return place
        is_headed = is_headed or len(said) > 1
    return 0


def _is_of_data(said: Sequence[str], is_headed: bool, register: Register) -> bool:
    """Say whether a row has a number that is no year, a mark that none is known, or a place.

    One place alone above everything is the title: «Азовский район».
    """
    marked = any(is_mark(text) or text.startswith("#") or is_error(text) for text in said)
    placed = (is_headed or len(said) > 1) and any(register.oktmo_of(text) for text in said)
    return marked or placed or not _is_of_words(said)


def is_number_line(cells: Sequence[object]) -> bool:
    """Say whether a row is the line «1 2 3 4» or «А Б 1 2» that numbers the columns.

    Columns of one kind may share their numbers: «1 2 3 4 3 4».
    """
    said = [(written(cell) or "").casefold() for cell in cells]
    said = [text for text in said if text]
    lettered = 0
    while lettered < len(said) and said[lettered] == _LETTERS[lettered : lettered + 1]:
        lettered += 1
    numbers = said[lettered:]
    if len(said) < 3 or not all(number.isdecimal() for number in numbers):
        return False
    most = 0
    for number in map(int, numbers):
        if not 1 <= number <= most + 1:
            return False
        most = max(most, number)
    return most > 2 or (lettered > 0 and most > 0)
