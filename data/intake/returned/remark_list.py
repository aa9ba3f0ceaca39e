"""Make the rows of the list of remarks, and the marks of cells, that both ways of marking write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter.utility import xl_rowcol_to_cell

from data.errors import ACKNOWLEDGE, LEVELS, NOTE, STOP
from data.intake.returned.remarks import Remark
from data.intake.spelling.sheet_text import cell_text
from data.intake.spelling.wording import word

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""What a sheet of Excel has; a CSV may have more."""

FILLS = {
    STOP: ("lightUp", "FFC55A11", "FFFCE4D6"),
    ACKNOWLEDGE: ("solid", "FFFFEB9C", "FFFFEB9C"),
    NOTE: ("solid", "FFE7E6E6", "FFE7E6E6"),
}
"""Pattern, its colour and what is behind it; the comment says the level in words."""

_NAME_SIGNS = 31
_REFUSED = re.compile(r"[\[\]:*?/\\\n\t]")

WIDTHS = (22, 12, 26, 26, 24, 80)


@dataclass(frozen=True)
class Mark:
    """One cell to be marked: its place from 1, the gravest level, what the comment says."""

    sheet: str
    row: int
    number: int
    level: str
    text: str


@dataclass(frozen=True)
class Listing:
    """The sheet of remarks: lines above, header, a row per remark, its level and link."""

    heads: list[str]
    header: list[str]
    rows: list[list[str]]
    looks: list[tuple[str, str]]


def marks(remarks: Sequence[Remark], language: str) -> list[Mark]:
    """One mark per cell that has remarks, in their order; whole sheets have none."""
    places = [at for at in remarks if _has_cell(at)]
    return [
        Mark(*place, _gravest(group := list(found)), _comment(group, language))
        for place, found in groupby(places, key=lambda at: (at.sheet, at.row, at.number))
    ]


def listing(
    remarks: Sequence[Remark], heads: list[str], sheets: Sequence[str], language: str
) -> Listing:
    """Write the remarks as rows; links lead to cells of the sheets that are really there."""
    names = ("sheet", "cell", "heading", "value", "level", "fault")
    header = [word(language, f"remarks.{name}") for name in names]
    rows, looks = [], []
    for at in remarks:
        whole = word(language, "remarks.whole")
        cell = xl_rowcol_to_cell(at.row - 1, at.number - 1) if at.row else whole
        rows.append(
            [at.sheet, cell, at.heading, at.value, word(language, f"level.{at.level}"), at.text]
        )
        there = _has_cell(at) and at.sheet in sheets
        quoted = at.sheet.replace("'", "''")
        looks.append((at.level, f"'{quoted}'!{cell}" if there else ""))
    return Listing(heads, header, rows, looks)


def excel_names(names: Sequence[str], language: str) -> dict[str, str]:
    """Give each sheet a name that Excel takes: a CSV has none, an ODS may have any."""
    taken = {word(language, "sheet.remarks").casefold()}
    named = {}
    for name in names:
        wanted = _REFUSED.sub(" ", cell_text(name)).strip("' ")[:_NAME_SIGNS]
        wanted = fresh = wanted or word(language, "remarks.data")
        number = 2
        while fresh.casefold() in taken:
            ending = f" {number}"
            fresh, number = wanted[: _NAME_SIGNS - len(ending)] + ending, number + 1
        taken.add(fresh.casefold())
        named[name] = fresh
    return named


def _has_cell(at: Remark) -> bool:
    return 0 < at.row <= LAST_ROW and 0 < at.number <= LAST_COLUMN


def _gravest(remarks: Sequence[Remark]) -> str:
    return min((at.level for at in remarks), key=LEVELS.index)


def _comment(remarks: Sequence[Remark], language: str) -> str:
    """The level in words, then what is wrong, a paragraph per remark."""
    said = (f"{word(language, f'level.{at.level}')}. {at.text}" for at in remarks)
    return cell_text("\n\n".join(dict.fromkeys(said)))
