"""Find in a workbook what its reader does not tell of: error values, merged cells, links outside.

python-calamine gives an error such as #N/A as an empty cell (its issue 105), merged cells of XLSX
and XLS only, and no links. Kept libraries of each format look again: openpyxl, xlrd, and for ODS
the XML of the standard library. Formats: ECMA-376 part 1, 18.18.11 (a cell of type `e`); [MS-XLS]
2.4.271 (SupBook); OpenDocument 1.3 part 3, 9.1.4 (table:number-rows-spanned).
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree

OLE = b"\xd0\xcf\x11\xe0"
LINKED, UNSURE = "external_links", "old_workbook_unseen"
"""Rules of what is told of a whole XLS: it refers to other files; it could not be looked into."""

_XLSX_ERROR = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_ODS_ERRORS = ("#", "Err:", "Ошибка:")
_ODS_SIGNS = (b"rows-spanned", *(f">{sign}".encode() for sign in _ODS_ERRORS))
_ENOUGH = 1000
"""Of a row or cell of ODS that stands for more, so many are told: each of them stops the file."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"

Corner = tuple[int, int]


@dataclass
class Unseen:
    """What one sheet has besides its cells; rows and columns from 0."""

    errors: dict[Corner, str] = field(default_factory=dict)
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)


def unseen(content: bytes) -> tuple[dict[str, Unseen], str]:
    """Give what each sheet has besides, by its name, and the rule that a whole XLS breaks or ``.

    A sound workbook is only leafed through: a library is loaded where there is a sign of need.
    """
    if content.startswith(OLE):
        return _of_xls(content)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        if "content.xml" in names:
            return _of_ods(parts.read("content.xml")), ""
        pages = [name for name in names if name.startswith("xl/worksheets/")]
        if any(_XLSX_ERROR.search(parts.read(name)) for name in pages):
            return _of_xlsx(content), ""
    return {}, ""


def _of_xlsx(content: bytes) -> dict[str, Unseen]:
    from openpyxl import load_workbook

    found: dict[str, Unseen] = {}
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        found[sheet.title] = Unseen(
            {
                (cell.row - 1, cell.column - 1): str(cell.value)
                for cells in sheet.iter_rows()
                for cell in cells
                if cell.data_type == "e"
            }
        )
    return found


def _of_xls(content: bytes) -> tuple[dict[str, Unseen], str]:
    import xlrd
    from xlrd.book import SUPBOOK_DDEOLE, SUPBOOK_EXTERNAL

    try:
        book = xlrd.open_workbook(
            file_contents=content, logfile=io.StringIO(), ignore_workbook_corruption=True
        )
        linked = {SUPBOOK_EXTERNAL, SUPBOOK_DDEOLE} & set(book._supbook_types)
        return {sheet.name: Unseen(_xls_errors(sheet)) for sheet in book.sheets()}, (
            LINKED if linked else ""
        )
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


def _xls_errors(sheet) -> dict[Corner, str]:  # type: ignore[no-untyped-def]
    from xlrd import XL_CELL_ERROR, error_text_from_code

    return {
        (row, column): error_text_from_code.get(sheet.cell_value(row, column), "#N/A")
        for row in range(sheet.nrows)
        for column, kind in enumerate(sheet.row_types(row))
        if kind == XL_CELL_ERROR
    }


def _of_ods(content: bytes) -> dict[str, Unseen]:
    found: dict[str, Unseen] = {}
    if not any(sign in content for sign in _ODS_SIGNS):
        return found
    row, sheet = 0, Unseen()
    for event, node in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        if event == "start" and node.tag == f"{_TABLE}table":
            row, sheet = 0, found.setdefault(node.get(f"{_TABLE}name", ""), Unseen())
        elif event == "end" and node.tag == f"{_TABLE}table-row":
            many = _many(node, "number-rows-repeated")
            _look(sheet, range(row, row + many), node)
            row += many
            node.clear()
    return found


def _look(sheet: Unseen, rows: range, cells: Iterable[ElementTree.Element]) -> None:
    """Note the errors and the cells merged downwards of one row, which may stand for several."""
    place = 0
    for cell in cells:
        if not cell.tag.endswith("table-cell"):
            continue
        wide, tall = _many(cell, "number-columns-repeated"), _many(cell, "number-rows-spanned")
        if tall > 1:
            right = place + _many(cell, "number-columns-spanned") - 1
            sheet.merged.append(((rows[0], place), (rows[0] + tall - 1, right)))
        shown = "".join(text for part in cell.findall(_PARAGRAPH) for text in part.itertext())
        if shown.startswith(_ODS_ERRORS):
            columns = range(place, place + wide)
            sheet.errors |= {(r, c): shown for r in rows[:_ENOUGH] for c in columns[:_ENOUGH]}
        place += wide


def _many(node: ElementTree.Element, name: str) -> int:
    return int(node.get(f"{_TABLE}{name}", 1))
