"""Write cards of schools as PDF, one A4 page each, and many of them as one ZIP.

PDF/UA-1 by typst, whose compiler and fonts come with its wheel; nothing is asked of the network,
and no file of the machine but the template can be read.
"""

import hashlib
import io
import json
import os
import threading
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("card.typ")
PDF_TYPE, ZIP_TYPE = "application/pdf", "application/zip"
SHORT = 16
"""Signs of a fingerprint that stand on a page; the whole of it is in the ZIP's list."""

LINES, WIDEST = 3, 24
"""Into how many lines a long text of a table may be broken, and the part that it takes at most:
beyond that it is broken into more lines, or it would leave words beside it no room."""

OF_PART, OF_CELL = 120, 14
"""Signs for which the empty room of a title and of a cell would do: of a fit to 500 cards, as is
the height of so many signs in the template."""

AHEAD = 8
"""Cards that are made before the first of them is written: compiling leaves Python to others."""

_own = threading.local()


@dataclass(frozen=True)
class Part:
    """A part of a card: its title, a sentence, a table with its columns' widths, what is cut."""

    title: str
    said: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str


@dataclass(frozen=True)
class Sheet:
    """One card as it is written: `columns` are the parts of the two columns of the page."""

    name: str
    place: str
    said: str
    mark: str
    columns: tuple[tuple[Part, ...], tuple[Part, ...]]
    footer: tuple[str, ...]
    language: str


def fingerprint(sheet: Sheet) -> str:
    """Give the SHA-256 of everything that a card says, in hexadecimal digits."""
    return hashlib.sha256(_data(sheet).encode()).hexdigest()


def pdf(sheet: Sheet) -> bytes:
    """Write one card; the same card is always the same bytes."""
    told = json.loads(_data(sheet))
    told["footer"].append(fingerprint(sheet)[:SHORT])
    inputs = {"card": json.dumps(told, ensure_ascii=False)}
    made = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(made, bytes)  # a PDF is one file, and no file was named for it
    return made


def zipped(
    named: Sequence[tuple[str, Callable[[], Sheet]]], progress: Callable[[float], None]
) -> bytes:
    """Write cards under their names into one ZIP, with a list of their fingerprints."""
    content, listed, waiting = io.BytesIO(), [], deque[tuple[str, Future[bytes]]]()
    with (
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        ThreadPoolExecutor(os.cpu_count()) as threads,
    ):

        def write() -> None:
            name, made = waiting.popleft()
            archive.writestr(_dated(name), made.result())
            progress(len(archive.namelist()) / len(named))

        for name, make in named:
            sheet = make()
            listed.append(f"{fingerprint(sheet)}  {name}\n")
            waiting.append((name, threads.submit(pdf, sheet)))
            if len(waiting) > AHEAD:
                write()
        while waiting:
            write()
        archive.writestr(_dated("SHA256.txt"), "".join(listed))
    return content.getvalue()


def _compiler() -> typst.Compiler:
    """Give this thread its compiler, which keeps what it has read of fonts and template."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(str(TEMPLATE), ignore_system_fonts=True)
    compiler: typst.Compiler = _own.compiler
    return compiler


def _dated(name: str) -> zipfile.ZipInfo:
    """Name a file of the ZIP without the hour, so that the same cards are the same bytes."""
    about = zipfile.ZipInfo(name)
    about.compress_type = zipfile.ZIP_DEFLATED
    return about


def _data(sheet: Sheet) -> str:
    """Write a card as the template reads it."""
    told: dict[str, Any] = {
        name: getattr(sheet, name) for name in ("name", "place", "said", "mark", "language")
    }
    told["footer"] = list(sheet.footer)
    told["columns"] = [[_part(part) for part in column] for column in sheet.columns]
    told["signs"] = max(_signs(column) for column in sheet.columns)
    return json.dumps(told, ensure_ascii=False)


def _signs(column: Sequence[Part]) -> int:
    """Count the signs of a column of the page, and those that would stand in its empty room."""
    cells = [
        cell for part in column if part.rows for row in (part.head, *part.rows) for cell in row
    ]
    texts = [text for part in column for text in (part.said, part.more)]
    return OF_PART * len(column) + OF_CELL * len(cells) + sum(map(len, (*texts, *cells)))


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "said": part.said,
        "head": list(part.head),
        "rows": [list(row) for row in part.rows],
        "widths": _widths(part.head, part.rows),
        "more": part.more,
    }


def _widths(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
    """Give each column its part of the width: its longest word, or lines enough for its texts."""
    lines = [head, *rows]
    words = [
        max(len(word) for line in lines for word in line[at].split() or [""])
        for at in range(len(head))
    ]
    texts = [max(len(line[at]) for line in lines) for at in range(len(head))]
    return [
        max(word + 1, min(text // LINES, WIDEST)) for word, text in zip(words, texts, strict=True)
    ]
