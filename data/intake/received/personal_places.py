"""Mask personal data in what was read, and list the places where they stood."""

from collections.abc import Collection, Iterator

from data.errors import Problem
from data.intake.received import limits, personal
from data.intake.received.headers import texts
from data.intake.received.places import Register
from data.intake.received.values import written
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain

_CODES = ("октмо", "инн", "огрн", "кпп", "окпо", "код", "номер", "id", "no")


def mask_personal(
    sheet: Sheet, place: int, mapped: Collection[int], register: Register
) -> list[Problem]:
    """Find personal data anywhere in a sheet whose header stands at `place`; mask them in place.

    `mapped` are columns that a declared table knows: their headings are beyond doubt, and eleven
    digits in them are a code.
    """
    header_row, header = sheet.rows[place][0], texts(sheet.rows[place][1])
    banned = {n for n, said in enumerate(header) if n not in mapped and personal.in_heading(said)}
    found = [Problem("personal_data", header_row, header[n]) for n in sorted(banned)]
    codes = {*mapped, *(n for n, said in enumerate(header) if _is_code(said))}
    look = _PersonalCells(register.last_words, codes)
    listed: dict[int, int] = {}
    for number, cells in sheet.rows:
        for n in look.places(cells, banned if number > header_row else set()):
            cells[n] = personal.MASK
            listed[n] = listed.get(n, 0) + 1
            if n not in banned and listed[n] <= limits.SHOWN:
                found.append(_problem(number, header[n] if n < len(header) else ""))
    return found


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
