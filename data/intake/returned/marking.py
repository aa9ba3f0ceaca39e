"""Mark a workbook in a process of its own: the person's file with fills, comments and a list.

A workbook may merge or link millions of cells, which the library then makes one by one: that must
not be the server. Run with -I; memory in bytes and seconds are arguments, standard input is a line
of JSON (what to mark) and then the file. The marked file goes to standard output.
"""

import io
import json
import sys
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

_LINE_SIGNS, _LINE_POINTS, _COMMENT_WIDTH = 45, 15, 300


def _confined(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the parent's timeout still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _clean(book: Workbook, job: dict[str, Any]) -> None:
    """Take away what an earlier marking left, so that a mended file can be marked again."""
    for name in job["own_sheets"]:
        if name in book.sheetnames and _is_ours(book[name], job["titles"]):
            del book[name]
    for sheet in book.worksheets:
        # Only cells that exist: iterating by rows would make every empty one between them.
        for cell in sheet._cells.values():
            if cell.comment and cell.comment.author in job["authors"]:
                cell.comment, cell.fill = None, PatternFill()


def _is_ours(sheet: Any, titles: list[str]) -> bool:
    return isinstance(sheet, Worksheet) and str(sheet["A1"].value).startswith(tuple(titles))


def _mark(book: Workbook, job: dict[str, Any]) -> None:
    """Fill and comment each cell; a merged one carries its mark in its first cell."""
    fills = {level: PatternFill(*fill) for level, fill in job["fills"].items()}
    for name, row, number, level, text in job["marks"]:
        if name not in book.sheetnames or not isinstance(book[name], Worksheet):
            continue
        sheet = book[name]
        cell = sheet.cell(row, number)
        for merged in sheet.merged_cells.ranges:
            if cell.coordinate in merged:
                cell = sheet.cell(merged.min_row, merged.min_col)
        if cell.comment:
            text = f"{cell.comment.text}\n\n{text}"
        lines = sum(1 + len(line) // _LINE_SIGNS for line in text.split("\n"))
        height = _LINE_POINTS * (lines + 2)
        cell.comment = Comment(text, job["author"], height=height, width=_COMMENT_WIDTH)
        cell.fill = fills[level]


def _free(names: list[str], wanted: str) -> str:
    """Give a name of a sheet that no sheet has yet, whatever its case."""
    taken, name, number = {said.casefold() for said in names}, wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def _list(book: Workbook, job: dict[str, Any]) -> None:
    """Put the sheet of remarks first; its cells are text, whatever they begin with."""
    sheet = book.create_sheet(_free(book.sheetnames, job["sheet"]), 0)
    lines = [[line] for line in job["heads"]] + [[], job["header"]]
    first = len(lines) + 1
    for row, line in enumerate([*lines, *job["rows"]], start=1):
        for number, text in enumerate(line, start=1):
            cell = sheet.cell(row, number)
            cell.value, cell.data_type, cell.number_format = text, "s", "@"
            if row >= first:
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            elif row in (1, first - 1):
                cell.font = Font(bold=True)
    for row, (level, target) in enumerate(job["looks"], start=first):
        sheet.cell(row, 5).fill = PatternFill(*job["fills"][level])
        if target:
            cell = sheet.cell(row, 2)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
            cell.font = Font(underline="single", color="FF0563C1")
    for letter, width in zip("ABCDEF", job["widths"], strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = sheet.cell(first, 1)
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def main() -> None:
    """Read what to mark and the file, write the marked file."""
    _confined(*map(int, sys.argv[1:]))
    line, content = sys.stdin.buffer.read().split(b"\n", 1)
    job = json.loads(line)
    book = load_workbook(io.BytesIO(content), keep_links=False)
    _clean(book, job)
    _mark(book, job)
    _list(book, job)
    sink = io.BytesIO()
    book.save(sink)
    sys.stdout.buffer.write(sink.getvalue())


if __name__ == "__main__":
    main()
