"""Turn a cell as a person writes it into the text the checks accept, or leave it as it is.

What is left as it is, `data.intake.declared.checks` finds and names at its row; only what could
be read in two ways is refused here.
"""

import datetime
import re
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Date, Double, Enum, Integer

from data.intake.received.error_values import NO_RESULT, is_error
from data.intake.received.places import Register
from data.intake.spelling.formula_guard import unguarded
from data.intake.spelling.vocabulary import labels, plain
from data.invisible_signs import without_harmless


class Refused(NamedTuple):
    """A cell that may mean several things, or a name that means nothing."""

    rule: str
    expected: str = ""
    text: str | None = None
    """What is read in place of the cell, with no more than a note on it."""


AROUND = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""Signs that do not count around a cell: every space, and two that copying leaves there."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_NUMBER = re.compile(r"\+?(-?\d+)(?:[.,](\d+))?")
_YEAR = re.compile(r"(\d{4}) ?(?:г|год)\.?", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?г\.?)?(?: 0?0:00(?::00)?)?")
_SHORT_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2}|\d{1,2}/\d{1,2}/\d{2,4}")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_WORDS = re.compile(r"(\d{1,2}) (\w+) (\d{4})(?: г(?:ода|од)?)?")
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_CANDIDATES = 6
"""Municipalities that a remark names; «Советский район» stands in more regions than that."""

_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_SERIAL_ZERO = datetime.date(1899, 12, 30)
_MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "})


def canonical(cell: object, column: Column[Any], register: Register) -> str | None | Refused:
    """Give a cell's text for its column: NULL if empty, as written if it cannot be read."""
    text = written(cell)
    if text is None:
        return None
    if is_error(text):
        return Refused("no_result" if text == NO_RESULT else "cell_error")
    if column.name in ("oktmo", "successor"):
        return _oktmo(text, register)
    if isinstance(column.type, Date):
        return _date(text, cell)
    if isinstance(column.type, Boolean | Enum) or _codes(column):
        return _code(text, column)
    if isinstance(column.type, Integer):
        year = _YEAR.fullmatch(text)
        return year[1] if year else _number(text, whole=True)
    if isinstance(column.type, Double):
        return _number(text.removesuffix("%").rstrip(), whole=False)
    kept = without_harmless(text)
    return text if kept == text else Refused("cleaned_signs", text=kept.strip())


def written(cell: object) -> str | None:
    """Give a cell as the text a person sees in it, without spaces around it and its guard."""
    if isinstance(cell, str):
        return unguarded(cell.strip(AROUND)).strip(AROUND) or None
    if cell is None:
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        # As many digits as a spreadsheet shows: 0.1 + 0.2 is 0.3 there.
        shown = f"{cell:.15g}"
        return shown if "e" not in shown else f"{cell:.15f}".rstrip("0").rstrip(".")
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return str(cell)


def is_number(text: str) -> bool:
    """Say whether a text is a number or per cent, however it is written."""
    return bool(_NUMBER.fullmatch(_number(text.removesuffix("%").rstrip(), whole=False)))


def _number(text: str, whole: bool) -> str:
    """Write a number without groups and with a point; anything else stays as it is."""
    spaced = text.translate(_MINUS)
    bare = spaced.replace(" ", "") if _GROUPED.fullmatch(spaced) else spaced
    found = _NUMBER.fullmatch(bare)
    if not found:
        return text
    units, part = found[1], (found[2] or "").rstrip("0")
    if not part:
        return "0" if units == "-0" else units
    return text if whole else f"{units}.{part}"


def _date(text: str, cell: object) -> str | Refused:
    """Write a date the ISO way; a year of two digits or American slashes are refused."""
    if isinstance(cell, datetime.date):
        return text
    number = _number(text, whole=True)
    if number.isdecimal() and _FIRST_SERIAL <= int(number) <= _LAST_SERIAL:
        return (_SERIAL_ZERO + datetime.timedelta(days=int(number))).isoformat()
    day, iso, words = _DAY.fullmatch(text), _ISO.fullmatch(text), _WORDS.fullmatch(plain(text))
    if day:
        return _existing(text, day[3], day[2], day[1])
    if iso:
        return iso[1]
    if words:
        month = next((n for n, m in enumerate(_MONTHS, 1) if words[2].startswith(m)), 0)
        return _existing(text, words[3], str(month), words[1])
    return Refused("ambiguous_date", "17.11.2022") if _SHORT_DAY.fullmatch(text) else text


def _existing(text: str, year: str, month: str, day: str) -> str:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return text


@cache
def _codes(column: Column[Any]) -> dict[str, str]:
    """Codes by each word for them; a word of two codes is no word for either."""
    found: dict[str, set[str]] = {}
    for code, words in labels(column).items():
        for word in words:
            # «+» and «-» are words too, and all that is plain about them is lost.
            found.setdefault(plain(word) or word, set()).add(code)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}


def _code(text: str, column: Column[Any]) -> str:
    codes = _codes(column)
    number = _number(text, whole=True)
    return codes.get(plain(text) or text) or codes.get(number) or text


def _oktmo(text: str, register: Register) -> str | Refused:
    """Read an ОКТМО of 8 or 11 digits, one that lost its leading zero, or a municipality's name."""
    number = _NUMBER.fullmatch(text.translate(_MINUS).replace(" ", ""))
    if number and not (number[2] or "").strip("0"):
        digits = number[1].zfill(len(number[1]) + (len(number[1]) in (7, 10)))
        return digits[:8] if len(digits) in (8, 11) else text
    found = register.oktmo_of(text)
    if isinstance(found, str):
        return found
    if found:
        more = ["…"] if len(found) > _CANDIDATES else []
        named = [*map(register.label, found[:_CANDIDATES]), *more]
        return Refused("ambiguous_name", "; ".join(named))
    return Refused("unknown_municipality")
