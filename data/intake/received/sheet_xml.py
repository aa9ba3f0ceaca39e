"""Find in the XML of an XLSX what its reader does not tell: hidden cells, formulas without result.

ECMA-376 part 1: 18.3.1.73 (row, hidden), 18.3.1.13 (col), 18.3.1.4 (c) with 18.3.1.40 (f) and
18.3.1.96 (v), 18.2.19 (sheet), part 2 for relationships. A program that writes formulas and does
not work them out leaves `v` out or empty, as many libraries and sites do; of a text (`t="str"`) an
empty `v` is a result.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from data.intake.received import limits
from data.intake.received.error_values import NO_RESULT
from data.intake.received.sheet_extras import Corner, SheetExtras

_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
_FIRST, _LAST = (re.compile(rb"\b%s\s*=\s*[\"'](\d{1,5})[\"']" % name) for name in (b"min", b"max"))
_AT = re.compile(rb"\br\s*=\s*[\"']([A-Z]{0,3})(\d+)[\"']")
_TEXT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_UNRESOLVED = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def of_xlsx(parts: zipfile.ZipFile) -> dict[str, SheetExtras]:
    """Give what is hidden and the formulas without a result of each sheet, by its name."""
    found = {}
    for name, part in _named(parts):
        content = parts.read(part)
        if b"hidden" in content or _UNRESOLVED.search(content):
            hidden = _hidden(content), _hidden_columns(content)
            found[name] = SheetExtras(_unresolved(content), [], *hidden)
    return found


def _hidden(content: bytes) -> list[int]:
    """Number the hidden rows, from 0; a row that does not say its number follows the one before."""
    rows, number = [], -1
    for row in _ROW.finditer(content):
        at = _AT.search(row[1])
        number = int(at[2]) - 1 if at else number + 1
        if _HIDDEN.search(row[1]):
            rows.append(number)
    return rows


def _hidden_columns(content: bytes) -> list[int]:
    """Number the hidden columns, from 0, as far as any column of a table may stand."""
    found: list[int] = []
    for columns in _COLUMN.finditer(content):
        first, last = _FIRST.search(columns[1]), _LAST.search(columns[1])
        if first and last and _HIDDEN.search(columns[1]):
            found += range(int(first[1]) - 1, min(int(last[1]), limits.COLUMNS))
    return found


def _unresolved(content: bytes) -> dict[Corner, str]:
    found = {}
    for cell in _UNRESOLVED.finditer(content):
        at = _AT.search(cell[1])
        if at and not (cell[2] and _TEXT.search(cell[1])):
            found[int(at[2]) - 1, _column(at[1])] = NO_RESULT
    return found


def _column(letters: bytes) -> int:
    """Number a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _named(parts: zipfile.ZipFile) -> list[tuple[str, str]]:
    """List the sheets and their parts; none of a workbook whose XML only its reader understands."""
    try:
        return list(_sheets(parts))
    except (ElementTree.ParseError, LookupError, ValueError):
        return []


def _sheets(parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give the name of each sheet and the part it stands in; names of parts differ by case."""
    spelled = {name.lower(): name for name in parts.namelist()}
    books = [part for kind, part, _ in _relations(parts, spelled, "") if kind == "officeDocument"]
    for book in books:
        named = {key: part for _, part, key in _relations(parts, spelled, book)}
        for node in ElementTree.fromstring(parts.read(spelled[book])).iter():
            if node.tag.rpartition("}")[2] == "sheet":
                key = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
                if named.get(key) in spelled:
                    yield node.get("name", ""), spelled[named[key]]


def _relations(
    parts: zipfile.ZipFile, spelled: dict[str, str], of: str
) -> Iterator[tuple[str, str, str]]:
    """Give the kind, the part (in small letters) and the key of what a part is related to."""
    folder, name = posixpath.split(of)
    listed = spelled.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if listed is None:
        return
    for node in ElementTree.fromstring(parts.read(listed)).iter(_RELATION):
        target = posixpath.join("/", folder, node.get("Target", "").lower())
        part = posixpath.normpath(target).lstrip("/")
        if part in spelled:
            yield node.get("Type", "").rpartition("/")[2], part, node.get("Id", "")
