"""Find what a file is by its content, refuse what is not allowed, and give its sheets."""

import re
import zipfile
import zlib
from pathlib import PurePath

from data.errors import Problem
from data.intake.received import archives, limits, texts, workbooks
from data.intake.received.workbooks import Sheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_PAGE = re.compile(
    rb"\s*<(!doctype|html|head|body|table|meta|div|\?xml)\b|\s*<\?xml", re.IGNORECASE
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")


def refusal(name: str, content: bytes) -> str:
    """Name the rule by which a file is refused unread, or ``; takes no memory to speak of."""
    if not content:
        return "empty_file"
    if len(content) > limits.FILE_BYTES:
        return "file_too_large"
    if content.startswith(b"PK"):
        return _packed(name, content)
    if content.startswith(_OLE):
        return "macros" if _VBA in content else ""
    if _PAGE.match(content[:200].removeprefix(b"\xef\xbb\xbf")):
        return "web_page"
    if not content.startswith(_BOMS) and b"\x00" in content:
        return "not_a_table"
    return "not_a_workbook" if PurePath(name).suffix.lower() in _WORKBOOKS else ""


def _packed(name: str, content: bytes) -> str:
    try:
        if PurePath(name).suffix.lower() == ".xlsm":
            return "macros"
        return archives.danger(content) or ("" if archives.kind(content) else "not_a_table")
    except (zipfile.BadZipFile, zlib.error):
        return "damaged_workbook"


def is_workbook(content: bytes) -> bool:
    """Say whether a file is a workbook and no text, by the first bytes."""
    return content.startswith((b"PK", _OLE))


def sheets(content: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Give the sheets of a file that was not refused, and what stands in the way of reading them.

    A text is one sheet without a name.
    """
    if is_workbook(content):
        return workbooks.sheets(content)
    return texts.sheets(content)
