"""Find in a workbook what its reader does not give: error values, merged cells, links outside.

python-calamine gives an error such as #N/A as an empty cell (its issue 105), merged cells of XLSX
and XLS only, and no links. Kept libraries of each format look again: openpyxl, xlrd, and for ODS
the XML of the standard library. Formats: ECMA-376 part 1, 18.18.11 (a cell of type `e`); [MS-XLS]
2.4.271 (SupBook); OpenDocument 1.3 part 3, 9.1.4 (table:number-rows-spanned).
"""

import io
import re
import struct
import zipfile
from typing import Any

from data.intake.received import sheet_xml
from data.intake.received.error_values import NO_NAME, error_text
from data.intake.received.lost_errors_ods import of_ods
from data.intake.received.sheet_extras import Corner, SheetExtras

OLE = b"\xd0\xcf\x11\xe0"
FAILED, LINKED, UNSURE = "cell_error", "external_links", "old_workbook_unseen"
"""Rules of remarks on a whole workbook: an error stands in a cell that could not be found; an
XLS refers to other files; it could not be looked into."""

_XLSX_ERROR = re.compile(rb"<(?:\w+:)?c\s[^>]*?\bt\s*=\s*[\"']e[\"']")


def find_extras(content: bytes) -> tuple[dict[str, SheetExtras], str]:
    """Give the extras of each sheet, by its name, and the rule that the whole breaks or ``.

    A sound workbook is only leafed through: a library is loaded where there is a sign of need.
    """
    if content.startswith(OLE):
        return _of_xls(content)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        if "content.xml" in names:
            return of_ods(parts.read("content.xml")), ""
        # A sheet may be any part: what a workbook's relations name it, in letters of any case.
        pages = [name for name in names if name.lower().endswith(".xml")]
        has_errors = any(_XLSX_ERROR.search(parts.read(name)) for name in pages)
        found, rule = _of_xlsx(content) if has_errors else ({}, "")
        for name, more in sheet_xml.of_xlsx(parts).items():
            found[name] = found.get(name, SheetExtras()).with_more(more)
    return found, rule


def _of_xlsx(content: bytes) -> tuple[dict[str, SheetExtras], str]:
    """Find the errors of a workbook that has some; the whole is at fault where they are not found.

    openpyxl refuses some styles and names of parts that the reader accepts.
    """
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        found = _xlsx_errors(content)
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        InvalidFileException,
        LookupError,
        SyntaxError,  # of XML
        TypeError,
        ValueError,
        zipfile.BadZipFile,
    ):
        found = {}
    return found, "" if any(sheet.errors for sheet in found.values()) else FAILED


def _xlsx_errors(content: bytes) -> dict[str, SheetExtras]:
    from openpyxl import load_workbook

    found: dict[str, SheetExtras] = {}
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        found[sheet.title] = SheetExtras(
            {
                (cell.row - 1, cell.column - 1): error_text(str(cell.value))
                for cells in sheet.iter_rows()
                for cell in cells
                if cell.data_type == "e"
            }
        )
    return found


def _of_xls(content: bytes) -> tuple[dict[str, SheetExtras], str]:
    import xlrd
    from xlrd.book import SUPBOOK_DDEOLE, SUPBOOK_EXTERNAL

    try:
        # Only with its formats does it tell of rows and columns whether they are hidden.
        book = xlrd.open_workbook(
            file_contents=content,
            logfile=io.StringIO(),
            formatting_info=True,
            ignore_workbook_corruption=True,
        )
        linked = {SUPBOOK_EXTERNAL, SUPBOOK_DDEOLE} & set(book._supbook_types)
        return {
            sheet.name: SheetExtras(_xls_errors(sheet), [], *_xls_hidden(sheet))
            for sheet in book.sheets()
        }, (LINKED if linked else "")
    except (
        xlrd.XLRDError,
        xlrd.compdoc.CompDocError,
        AssertionError,
        LookupError,
        TypeError,
        ValueError,
        struct.error,
    ):
        return {}, UNSURE


def _xls_errors(sheet: Any) -> dict[Corner, str]:
    from xlrd import XL_CELL_ERROR, error_text_from_code

    return {
        (row, column): error_text_from_code.get(sheet.cell_value(row, column), NO_NAME)
        for row in range(sheet.nrows)
        for column, kind in enumerate(sheet.row_types(row))
        if kind == XL_CELL_ERROR
    }


def _xls_hidden(sheet: Any) -> tuple[list[int], list[int]]:
    """Give the hidden rows and columns."""
    rows, columns = (
        [number for number, about in known.items() if about.hidden]
        for known in (sheet.rowinfo_map, sheet.colinfo_map)
    )
    return rows, columns
