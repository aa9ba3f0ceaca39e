"""Find the errors, merged cells and hidden rows of an open document in its XML.

OpenDocument 1.3 part 3: 9.1.3 (table:number-rows-repeated), 9.1.4 (table:number-rows-spanned). The
text of an error is shown like any other; only a text that is the whole of a known error value is
taken for one, or a cell that LibreOffice marks as one.
"""

import io
from collections.abc import Iterable
from xml.etree import ElementTree

from data.intake.received.error_values import NO_RESULT, error_text, is_error
from data.intake.received.sheet_extras import SheetExtras

_STARTS = ("#", "Err:", "Ошибка:")
_SIGNS = (
    b"rows-spanned",
    b'"error"',
    b"table:formula",
    b"table:visibility",
    *(f">{sign}".encode() for sign in _STARTS),
)
_ENOUGH = 1000
"""A row or cell of ODS may be repeated more often, but one error already stops the file."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
"""LibreOffice says here that a cell is an error, in whatever language it shows it."""
_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def of_ods(content: bytes) -> dict[str, SheetExtras]:
    """Give the errors and merged cells of each sheet of a `content.xml`, by the sheet's name."""
    found: dict[str, SheetExtras] = {}
    if not any(sign in content for sign in _SIGNS):
        return found
    row, column, sheet = 0, 0, SheetExtras()
    for event, node in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
        if event == "start" and node.tag == f"{_TABLE}table":
            sheet = found.setdefault(node.get(f"{_TABLE}name", ""), SheetExtras())
            row = column = 0
        elif event == "end" and node.tag == f"{_TABLE}table-column":
            many = _many(node, "number-columns-repeated")
            if _is_hidden(node):
                columns = range(column, column + many)[:_ENOUGH]
                sheet.hidden_columns = [*sheet.hidden_columns, *columns]
            column += many
        elif event == "end" and node.tag == f"{_TABLE}table-row":
            many = _many(node, "number-rows-repeated")
            _look(sheet, range(row, row + many), node)
            if _is_hidden(node):
                sheet.hidden = [*sheet.hidden, *range(row, row + many)[:_ENOUGH]]
            row += many
            node.clear()
    return found


def _is_hidden(node: ElementTree.Element) -> bool:
    return node.get(f"{_TABLE}visibility", "visible") != "visible"


def _look(sheet: SheetExtras, rows: range, cells: Iterable[ElementTree.Element]) -> None:
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
        columns = range(place, place + wide)[:_ENOUGH]
        if cell.get(f"{_TABLE}formula") and not shown and cell.get(_VALUE) is None:
            sheet.errors |= {(r, c): NO_RESULT for r in rows[:_ENOUGH] for c in columns}
        if is_error(shown.strip()) or cell.get(_KIND) == "error":
            text = error_text(shown.strip())
            sheet.errors |= {(r, c): text for r in rows[:_ENOUGH] for c in columns}
        place += wide


def _many(node: ElementTree.Element, name: str) -> int:
    return int(node.get(f"{_TABLE}{name}", 1))
