"""Unpack a workbook in a process of its own and print its cells as JSON, one row a line.

A workbook of two cells may ask for a sheet of 17 thousand million: the library then ends its
process, and that must not be the server. Run with -I; the file comes on standard input, its
limits as arguments: bytes of memory, seconds, rows and columns.
"""

import datetime
import io
import json
import sys

from python_calamine import CalamineSheet, PasswordError, SheetTypeEnum, load_workbook


def _confined(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the parent's timeout still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _told(cell: object) -> dict[str, str] | str:
    """Write what JSON has no form for; a time of day stays the text a person sees."""
    if isinstance(cell, datetime.datetime):
        return {"date": cell.isoformat()}
    if isinstance(cell, datetime.date):
        return {"date": f"{cell.isoformat()}T00:00:00"}
    return str(cell)


def _say(line: object) -> None:
    sys.stdout.write(json.dumps(line, default=_told, ensure_ascii=True) + "\n")


def _sheet(sheet: CalamineSheet, rows: int, columns: int) -> None:
    _say({"sheet": sheet.name, "merged": sheet.merged_cell_ranges or []})
    if sheet.end is None:
        return
    last_row, last_column = sheet.end
    if last_row >= rows or last_column >= columns:
        _say({"fault": "too_many_rows" if last_row >= rows else "too_many_columns"})
        return
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        if any(cell != "" for cell in cells):
            _say([number, cells])


def main() -> None:
    """Print every worksheet: a line with its name, then `[row, cells]` of each filled row."""
    memory, seconds, rows, columns = map(int, sys.argv[1:])
    _confined(memory, seconds)
    try:
        with load_workbook(io.BytesIO(sys.stdin.buffer.read())) as book:
            for number, about in enumerate(book.sheets_metadata):
                if about.typ in (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba):
                    _say({"fault": "macros"})
                elif about.typ == SheetTypeEnum.WorkSheet:
                    _sheet(book.get_sheet_by_index(number), rows, columns)
    except PasswordError:
        _say({"fault": "password"})
    _say({"end": True})


if __name__ == "__main__":
    main()
