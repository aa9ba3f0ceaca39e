"""Write text into a workbook as text: no cell may become a formula or break the file."""

import re
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Signs of a cell, in UTF-16 units; Microsoft, "Excel specifications and limits"."""

# What XML 1.0 cannot hold, lone halves of a character among them.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""XlsxWriter's own guesses about texts, all off."""


def cell_text(text: str, longest: int = LONGEST) -> str:
    """Give the text as a cell can hold it: signs XML has no place for shown as «�», cut if long."""
    clean = _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text[:longest])
    if len(clean) * 2 <= longest:
        return clean
    return clean.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")


def write_text(
    sheet: Worksheet, row: int, number: int, text: str, looks: Format | None = None
) -> None:
    """Write text as text, whatever it begins with and holds; row and number count from 0."""
    write_whole_text(sheet, row, number, cell_text(text), looks)


def write_whole_text(
    sheet: Worksheet, row: int, number: int, text: str, looks: Format | None = None
) -> None:
    """Write text as text, whatever it begins with; control signs stay, in Excel's _xHHHH_.

    A text longer than LONGEST is left out by XlsxWriter: refuse it before.
    """
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such text for XML of its own and writes it unescaped; in pieces
        # it does not.
        pieces: list[Any] = ["<", "r>", text[3:], *([looks] if looks else [])]
        sheet.write_rich_string(row, number, *pieces)
    else:
        sheet.write_string(row, number, text, looks)
