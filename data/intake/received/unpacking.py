"""Unpack a workbook in a process of its own and print its cells as JSON, one row a line.

A workbook of two cells may ask for a sheet of 17 thousand million: the library then ends its
process, and that must not be the server. Run with -I; the file comes on standard input, its
limits as arguments: bytes of memory, seconds, rows and columns.
"""

import datetime
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from python_calamine import (
    CalamineSheet,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

if TYPE_CHECKING:
    from data.intake.received.sheet_extras import SheetExtras


def _confined(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the parent's timeout still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _for_json(cell: object) -> dict[str, str] | str:
    """Write what JSON has no form for; a time of day stays the text a person sees."""
    if isinstance(cell, datetime.datetime):
        return {"date": cell.isoformat()}
    if isinstance(cell, datetime.date):
        return {"date": f"{cell.isoformat()}T00:00:00"}
    return str(cell)


def _print(line: object) -> None:
    sys.stdout.write(json.dumps(line, default=_for_json, ensure_ascii=True) + "\n")


def _sheet(
    sheet: CalamineSheet, unseen: bool, extras: "SheetExtras", rows: int, columns: int
) -> None:
    merged, hidden = sheet.merged_cell_ranges or extras.merged, list(extras.hidden)
    about = {"sheet": sheet.name, "merged": merged, "hidden": hidden, "unseen": unseen}
    _print(about | {"hidden_columns": list(extras.hidden_columns)})
    corners = [*extras.errors, *([sheet.end] if sheet.end else [])]
    last_row, last_column = (max((corner[n] for corner in corners), default=-1) for n in (0, 1))
    if last_row >= rows or last_column >= columns:
        _print({"fault": "too_many_rows" if last_row >= rows else "too_many_columns"})
        return
    cells = sheet.to_python(skip_empty_area=False) if sheet.end else []
    _add_errors(cells, extras)
    for number, line in enumerate(cells, 1):
        if any(cell != "" for cell in line):
            _print([number, line])


def _add_errors(cells: list[list[Any]], extras: "SheetExtras") -> None:
    """Put each error value where it stands: the reader leaves its cell empty."""
    width = len(cells[0]) if cells else 0
    for (row, column), text in extras.errors.items():
        while len(cells) <= row:
            cells.append([""] * width)
        cells[row] += [""] * (column + 1 - len(cells[row]))
        cells[row][column] = text


def main() -> None:
    """Print every worksheet: a line with its name, then `[row, cells]` of each filled row."""
    memory, seconds, rows, columns = map(int, sys.argv[1:])
    _confined(memory, seconds)
    # -I leaves out the project's own folder too.
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from data.intake.received.lost_errors import find_extras
    from data.intake.received.sheet_extras import SheetExtras

    content = sys.stdin.buffer.read()
    try:
        with load_workbook(io.BytesIO(content)) as book:
            extras, rule = find_extras(content)
            if rule:
                _print({"fault": rule})
            for number, about in enumerate(book.sheets_metadata):
                if about.typ in (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba):
                    _print({"fault": "macros"})
                elif about.typ == SheetTypeEnum.WorkSheet:
                    sheet = book.get_sheet_by_index(number)
                    unseen = about.visible != SheetVisibleEnum.Visible
                    of_sheet = extras.get(sheet.name, SheetExtras())
                    _sheet(sheet, unseen, of_sheet, rows, columns)
    except PasswordError:
        _print({"fault": "password"})
    _print({"end": True})


if __name__ == "__main__":
    main()
