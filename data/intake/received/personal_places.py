"""Mask personal data in what was read, and list the places where they stood."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from data.errors import NOTE, Problem
from data.intake.received import header_words, limits, personal
from data.intake.received.header_words import Header
from data.intake.received.places import Register
from data.intake.received.values import written
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain

_CODES = ("октмо", "инн", "огрн", "кпп", "окпо", "код", "номер", "id", "no")


def mask_personal(
    sheet: Sheet, header: Header, mapped: Collection[int], register: Register
) -> list[Problem]:
    """Find personal data anywhere in a sheet with this header; mask them in place.

    `mapped` are columns that a declared table knows: their headings are beyond doubt, and eleven
    digits in them are a code.
    """
    header_row, names = sheet.rows[header.bottom][0], header_words.titles(sheet, header)
    banned = {n for n, said in enumerate(names) if n not in mapped and personal.in_heading(said)}
    found = [Problem("personal_data", header_row, names[n]) for n in sorted(banned)]
    codes = {*mapped, *(n for n, said in enumerate(names) if _is_code(said))}
    look = _PersonalCells(register.last_words, codes)
    listed: dict[int, int] = {}
    for number, cells in sheet.rows:
        for n in look.places(cells, banned if number > header_row else set()):
            cells[n] = personal.MASK
            listed[n] = listed.get(n, 0) + 1
            if n not in banned and listed[n] <= limits.SHOWN:
                found.append(_problem(number, names[n] if n < len(names) else ""))
    return found


def passed_over(found: Sequence[Problem], rows: Collection[int] | None = None) -> list[Problem]:
    """Only tell of personal data in these rows, or anywhere: what is not read stops no file."""
    return [
        replace(problem, rule="personal_passed_over", level=NOTE)
        if rows is None or problem.row in rows
        else problem
        for problem in found
    ]


class _PersonalCells:
    """Looks at each text once a sheet, however often it stands there."""

    def __init__(self, known: frozenset[str], codes: Collection[int]) -> None:
        self.known, self.codes = known, codes
        self.seen: dict[tuple[bool, object], bool] = {}

    def places(self, cells: list[object], banned: Collection[int]) -> Iterator[int]:
        """Give the places of a row that must be masked."""
        for place, cell in enumerate(cells):
            if cell == "" or cell is None or isinstance(cell, bool):
                continue
            key = (place not in self.codes, cell)
            if key not in self.seen:
                self.seen[key] = personal.in_cell(written(cell) or "", key[0], self.known)
            if self.seen[key] or place in banned:
                yield place


def _is_code(heading: str) -> bool:
    return any(word in _CODES for word in plain(heading).split())


def _problem(row: int, heading: str) -> Problem:
    said = personal.MASK if personal.in_cell(heading, True) else heading
    return Problem("personal_data", row, said, personal.MASK)
