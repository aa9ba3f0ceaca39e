"""Give a person's file back with its bad cells marked, and a sheet that lists all remarks."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from data.errors import Problem
from data.intake.received import archives, formats, limits
from data.intake.received.own_sheets import is_own
from data.intake.received.workbooks import Sheet
from data.intake.returned.marked_copy import copied, shortened
from data.intake.returned.remark_list import (
    FILLS,
    WIDTHS,
    Listing,
    Mark,
    excel_names,
    listing,
    marks,
)
from data.intake.returned.remarks import head_lines, located
from data.intake.spelling.sheet_text import cell_text
from data.intake.spelling.wording import word
from data.texts import LANGUAGES

OWN_CELLS, OWN_BYTES = 400_000, 40 * limits.MEGABYTE
"""Cells and unpacked bytes up to which the person's own workbook is marked; a copy is cheaper."""

COPIED_CELLS = 1_000_000
"""Cells up to which a file is copied whole; of a larger one, its header and rows with remarks."""

_SECONDS = 40


def marked(
    name: str,
    content: bytes,
    problems: Sequence[Problem],
    said: Callable[[Problem], str],
    columns: Mapping[tuple[str, str], int],
    language: str = "ru",
) -> bytes:
    """XLSX of the file, its cells marked and the remarks in front; no file makes it raise.

    problems: those of this file; said: words a problem; columns: place from 1 of a declared
    column by sheet and name, looked for in the header where it is not given. An XLSX is the
    person's own workbook; of CSV, XLS, ODS and what cannot be marked so, a new one has the cells.
    """
    sheets = _sheets(name, content)
    remarks = located(problems, said, sheets, columns)
    found = marks(remarks, language)
    names = [sheet.name for sheet in sheets]
    large = _cells(sheets) > COPIED_CELLS
    extra = "not_shown" if not sheets else "partly" if large else "legend"
    lines = head_lines(name, problems, language, word(language, f"remarks.{extra}"))
    if _is_markable(content, sheets):
        own = _in_own(content, found, listing(remarks, lines, names, language), language)
        if own:
            return own
    named = excel_names(names, language)
    remarks = [replace(at, sheet=named.get(at.sheet, at.sheet)) for at in remarks]
    found = [replace(at, sheet=named.get(at.sheet, at.sheet)) for at in found]
    sheets = [replace(sheet, name=named[sheet.name]) for sheet in sheets]
    if large:
        sheets = shortened(sheets, {(at.sheet, at.row) for at in found}, limits.HEADER_ROWS)
    return copied(sheets, found, listing(remarks, lines, list(named.values()), language), language)


def _sheets(name: str, content: bytes) -> list[Sheet]:
    """Sheets with data as they were read; none of a file that is refused or damaged."""
    if formats.refusal(name, content):
        return []
    return [sheet for sheet in formats.sheets(content)[0] if not is_own(sheet)]


def _cells(sheets: Sequence[Sheet]) -> int:
    return sum(len(cells) for sheet in sheets for _, cells in sheet.rows)


def _is_markable(content: bytes, sheets: Sequence[Sheet]) -> bool:
    if not sheets or not content.startswith(b"PK") or archives.kind(content) != "xlsx":
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(info.file_size for info in archive.infolist())
    merged = sum(_area(*corners) for sheet in sheets for corners in sheet.merged)
    return unpacked <= OWN_BYTES and _cells(sheets) + merged <= OWN_CELLS


def _area(first: Sequence[int], last: Sequence[int]) -> int:
    """Count the cells of a merged range: openpyxl makes every one of them."""
    return (last[0] - first[0] + 1) * (last[1] - first[1] + 1)


def _in_own(content: bytes, found: list[Mark], listed: Listing, language: str) -> bytes:
    """Run `marking` over the workbook; empty if it cannot be loaded or takes too much."""
    title = "\x00"
    job = {
        "marks": [[at.sheet, at.row, at.number, at.level, at.text] for at in found],
        "heads": listed.heads,
        "header": listed.header,
        "rows": [[cell_text(cell) for cell in row] for row in listed.rows],
        "looks": listed.looks,
        "fills": FILLS,
        "widths": WIDTHS,
        "sheet": word(language, "sheet.remarks"),
        "own_sheets": [word(other, "sheet.remarks") for other in LANGUAGES],
        "titles": [word(other, "remarks.title", file=title).split(title)[0] for other in LANGUAGES],
        "authors": [word(other, "remarks.author") for other in LANGUAGES],
        "author": word(language, "remarks.author"),
    }
    bounds = (str(limits.WORKBOOK_MEMORY), str(_SECONDS))
    script = str(Path(__file__).with_name("marking.py"))
    try:
        done = subprocess.run(
            [sys.executable, "-I", script, *bounds],
            input=json.dumps(job).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""
