"""Read CSV and TSV of any usual kind: encodings, delimiters, quotes."""

import csv
import io
import re
from collections.abc import Iterator

from data.errors import NOTE, Problem
from data.intake.declared import csv_faults
from data.intake.received import limits
from data.intake.received.headers import letters, texts
from data.intake.received.personal import MASK, in_cell
from data.intake.received.workbooks import Sheet

_DELIMITERS = (";", ",", "\t")
_SEP = re.compile(r"sep=([;,\t])", re.IGNORECASE)
# No table holds control signs: what does is a picture or a program.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE_SIGNS = 200_000


def sheets(content: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Give the one sheet of a text, or the row at which it cannot be read."""
    text, problems = decoded(content)
    if not problems or problems[0].level == NOTE:
        problems += _unfit(text)
    if any(problem.level != NOTE for problem in problems):
        return [], problems
    sheet, delimiter, quoted = Sheet(strict=True), _delimiter(text), '"' in text
    try:
        for row, cells in _rows(text, delimiter):
            if quoted and any(_swallows(cell, cells, delimiter) for cell in cells):
                return [], [*problems, Problem("unreadable", row)]
            if "".join(cells).strip():
                sheet.rows.append((row, cells))  # type: ignore[arg-type]
    except csv.Error:
        return [], [*problems, _unreadable(sheet, text, delimiter)]
    return [sheet], problems


def _unreadable(sheet: Sheet, text: str, delimiter: str) -> Problem:
    """Locate the cell whose quotes are broken, by the words that stand above it."""
    row, place = csv_faults.broken_row(text, delimiter) or (1, 0)
    header = texts(sheet.rows[0][1]) if sheet.rows else ()
    named = header[place] if place < len(header) else ""
    return Problem("unreadable", row, MASK if in_cell(named, True) else named or letters(place))


def _swallows(cell: str, cells: list[str], delimiter: str) -> bool:
    """Say whether a cell holds whole rows: a quote was opened in one and closed in another."""
    return "\n" in cell and cell.count(delimiter) >= max(1, len(cells) - 2)


def decoded(content: bytes) -> tuple[str, list[Problem]]:
    """Decode by the mark at the start, else UTF-8, else cp1251 with a note."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), []
        except UnicodeDecodeError as error:
            row = content[: error.start].decode("utf-16", "ignore").count("\n") + 1
            return "", [Problem("not_utf8", row)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        broken = Problem("not_utf8", content.count(b"\n", 0, error.start) + 1)
    if _is_broken_utf8(content):
        return "", [broken]
    try:
        note = Problem("read_as_cp1251", level=NOTE)
        return content.decode("cp1251"), [note]
    except UnicodeDecodeError:
        binary = _CONTROL.search(content.decode("latin-1"))
        return "", [Problem("not_a_table") if binary else broken]


def _is_broken_utf8(content: bytes) -> bool:
    """Say whether bytes are UTF-8 with a few bad ones; letters of cp1251 make almost no UTF-8."""
    text = content.decode("utf-8", "replace")
    signs_beyond_one_byte = len(text.encode("utf-8")) - len(text)
    return signs_beyond_one_byte > 8 * text.count("\ufffd")


def _unfit(text: str) -> list[Problem]:
    """Find what no table holds: control signs, a line without an end, too many lines."""
    found = _CONTROL.search(text)
    if found:
        row = text.count("\n", 0, found.start()) + 1
        return [Problem("not_a_table", row)]
    ending = "\n" if "\n" in text else "\r"
    start, row = 0, 1
    while start <= len(text):
        end = text.find(ending, start)
        end = len(text) if end < 0 else end
        if end - start > limits.LINE_SIGNS:
            return [Problem("endless_line", row, expected=str(limits.LINE_SIGNS))]
        start, row = end + 1, row + 1
    if row > limits.ROWS + limits.HEADER_ROWS:
        return [Problem("too_many_rows", expected=str(limits.ROWS))]
    return []


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give rows with their numbers: a cell with line breaks is one row, as a spreadsheet counts."""
    return enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1)


def _delimiter(text: str) -> str:
    """Choose the delimiter that splits the first rows into most cells, the same number in each."""
    said = _SEP.match(text)
    if said:
        return said[1]
    sample = text[:_SAMPLE_SIGNS]
    return max(_DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _regularity(sample: str, delimiter: str) -> int:
    """Count the rows with the commonest number of cells, times that number less one."""
    widths: list[int] = []
    try:
        for _, cells in _rows(sample, delimiter):
            widths.append(len(cells))
            if len(widths) == limits.HEADER_ROWS:
                break
    except csv.Error:
        pass
    return max((widths.count(width) * (width - 1) for width in set(widths)), default=0)
