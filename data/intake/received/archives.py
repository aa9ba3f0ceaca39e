"""Look into a packed workbook before anyone unpacks it: its true size, macros, links outside."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from data.intake.received import limits

_EXTERNAL = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
_HYPERLINK = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_MACROS = re.compile(r"(^|/)vbaproject\.bin$|^xl/macrosheets/|^(basic|scripts)/.", re.IGNORECASE)
_LINKS = re.compile(r"^xl/externallinks/", re.IGNORECASE)
_LOCAL_HEADER = 30
_STEP = limits.MEGABYTE


def kind(content: bytes) -> str:
    """Give `xlsx`, `ods` or `` by what the archive holds; raises BadZipFile if it is none."""
    names = {info.filename.lower() for info in _members(content)}
    if "xl/workbook.xml" in names:
        return "xlsx"
    return "ods" if "content.xml" in names and b"opendocument.spreadsheet" in content[:200] else ""


def danger(content: bytes) -> str:
    """Name the rule that a packed workbook breaks, or ``; nothing is kept of what is unpacked.

    Raises BadZipFile or zlib.error if the archive is damaged.
    """
    members = _members(content)
    if sum(info.file_size for info in members) > _allowed(content):
        return "unpacks_too_large"
    left = _allowed(content)
    for info in members:
        for piece in _unpacked(content, info):
            left -= len(piece)
            if left < 0:
                return "unpacks_too_large"
    if any(_MACROS.search(info.filename) for info in members):
        return "macros"
    linked = any(_LINKS.search(info.filename) for info in members)
    return "external_links" if linked or _links_outside(content, members) else ""


def _members(content: bytes) -> list[zipfile.ZipInfo]:
    # Counted before the directory is read: a million entries would be a gigabyte of objects.
    if content.count(b"PK\x01\x02") > limits.MEMBERS:
        raise zipfile.BadZipFile("too many members")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (ValueError, NotImplementedError, struct.error, OverflowError) as error:
        raise zipfile.BadZipFile(str(error)) from None


def _allowed(content: bytes) -> int:
    by_ratio = max(limits.HARMLESS_BYTES, len(content) * limits.UNPACKED_RATIO)
    return min(limits.UNPACKED_BYTES, by_ratio)


def _unpacked(content: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a member in small pieces from the bytes themselves: the directory may lie."""
    start = info.header_offset
    if content[start : start + 4] != b"PK\x03\x04" or info.flag_bits & 1:
        raise zipfile.BadZipFile(info.filename)
    name, extra = struct.unpack_from("<HH", content, start + 26)
    start += _LOCAL_HEADER + name + extra
    if info.compress_type == zipfile.ZIP_STORED:
        yield content[start : start + info.compress_size]
        return
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(info.filename)
    unpack = zlib.decompressobj(-15)
    rest: bytes = content[start : start + info.compress_size]
    while rest and not unpack.eof:
        yield unpack.decompress(rest, _STEP)
        rest = unpack.unconsumed_tail


def _links_outside(content: bytes, members: list[zipfile.ZipInfo]) -> bool:
    """Say whether a part refers to something outside, other than a link to click."""
    for info in members:
        if info.filename.lower().endswith(".rels"):
            text = b"".join(_unpacked(content, info))
            if any(not _HYPERLINK.search(found) for found in _EXTERNAL.findall(text)):
                return True
    return False
