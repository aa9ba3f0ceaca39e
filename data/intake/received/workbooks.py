"""Read the sheets of an XLSX, XLS or ODS: every filled row with its true number in the file."""

import contextlib
import datetime
import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from data.errors import ACKNOWLEDGE, STOP, Problem
from data.intake.received import limits
from data.intake.received.lost_errors import UNSURE

Merged = Sequence[Sequence[Sequence[int]]]
"""Ranges of merged cells: first and last (row, column), from 0."""

_TOO_LARGE = "unpacks_too_large"
_OF_A_SHEET = ("too_many_rows", "too_many_columns", _TOO_LARGE)


@dataclass
class Sheet:
    """Filled rows of one sheet, cells as they are, each row with its number from 1."""

    name: str = ""
    rows: list[tuple[int, list[object]]] = field(default_factory=list)
    merged: Merged = ()
    hidden: frozenset[int] = frozenset()
    """Numbers of the rows that are hidden, by hand or by a filter."""
    hidden_columns: frozenset[int] = frozenset()
    """Places of the columns that are hidden, from 0."""
    unseen: bool = False
    """The sheet itself is hidden."""
    strict: bool = False
    """Each row must have as many cells as the header, as in a CSV."""


def sheets(content: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Give every worksheet, or why it cannot be read; a damaged workbook is a Problem."""
    with _unpacking(content) as output:
        found, problems, ended = _read(_lines(output, limits.WORKBOOK_OUTPUT))
    if not ended:
        return [], [Problem("damaged_workbook")]
    return ([] if any(problem.level == STOP for problem in problems) else found), problems


def _read(lines: Iterable[bytes]) -> tuple[list[Sheet], list[Problem], bool]:
    """Give the sheets and faults that the lines name, and whether the last line came."""
    found: list[Sheet] = []
    problems: list[Problem] = []
    ended = False
    for line in lines:
        said = json.loads(line, object_hook=_date)
        if isinstance(said, list):
            found[-1].rows.append((said[0], said[1]))
        elif "sheet" in said:
            hidden = frozenset(row + 1 for row in said["hidden"]), frozenset(said["hidden_columns"])
            found.append(Sheet(said["sheet"], [], said["merged"], *hidden, said["unseen"]))
        elif "fault" in said:
            sheet = found[-1].name if found and said["fault"] in _OF_A_SHEET else ""
            problems.append(_fault(said["fault"], sheet))
        ended = "end" in said
    return found, problems, ended


@contextlib.contextmanager
def _unpacking(content: bytes) -> Iterator[IO[bytes]]:
    """Run `unpacking` over the file: give what it says as it says it, and end it in any case."""
    bounds = (limits.WORKBOOK_MEMORY, limits.WORKBOOK_SECONDS, limits.ROWS, limits.COLUMNS)
    script = str(Path(__file__).with_name("unpacking.py"))
    with subprocess.Popen(
        [sys.executable, "-I", script, *map(str, bounds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None and child.stdout is not None, "both are pipes"
        late = threading.Timer(limits.WORKBOOK_SECONDS, child.kill)
        late.start()
        try:
            # It takes the whole file before it says a word, or dies and takes no more.
            with contextlib.suppress(BrokenPipeError), child.stdin as file:
                file.write(content)
            yield child.stdout
        finally:
            late.cancel()
            child.kill()


def _lines(output: IO[bytes], most: int) -> Iterator[bytes]:
    """Give line by line no more than `most` bytes; what a killed process said last is left out.

    A file that has more to say is at fault, and no more of it is listened to.
    """
    left = most
    while line := output.readline(left + 1):
        left -= len(line)
        if left < 0:
            yield json.dumps({"fault": _TOO_LARGE, "end": True}).encode()
            return
        if line.endswith(b"\n"):
            yield line


def _date(said: dict[str, str]) -> object:
    return datetime.datetime.fromisoformat(said["date"]) if "date" in said else said


def _fault(rule: str, sheet: str) -> Problem:
    bounds = {"too_many_rows": str(limits.ROWS), "too_many_columns": str(limits.COLUMNS)}
    level = ACKNOWLEDGE if rule == UNSURE else STOP
    return Problem(rule, expected=bounds.get(rule, ""), level=level, sheet=sheet)
