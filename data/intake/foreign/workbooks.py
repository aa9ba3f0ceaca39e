"""Read the sheets of an XLSX, XLS or ODS: every filled row with its true number in the file."""

import datetime
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.errors import ACKNOWLEDGE, STOP, Problem
from data.intake.foreign import limits
from data.intake.foreign.unseen import UNSURE

Merged = Sequence[Sequence[Sequence[int]]]
"""Ranges of merged cells: first and last (row, column), from 0."""


@dataclass
class Sheet:
    """Filled rows of one sheet, cells as they are, each row with its number from 1."""

    name: str = ""
    rows: list[tuple[int, list[object]]] = field(default_factory=list)
    merged: Merged = ()
    strict: bool = False
    """Each row must have as many cells as the header, as in a CSV."""


def sheets(name: str, content: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Give every worksheet, or why it cannot be read; a damaged workbook is a Problem."""
    found: list[Sheet] = []
    problems: list[Problem] = []
    ended = False
    for line in _lines(content):
        told = json.loads(line, object_hook=_date)
        if isinstance(told, list):
            found[-1].rows.append((told[0], told[1]))
        elif "sheet" in told:
            found.append(Sheet(told["sheet"], merged=told["merged"]))
        elif "fault" in told:
            sheet = found[-1].name if found and told["fault"].startswith("too_many") else ""
            problems.append(_fault(name, told["fault"], sheet))
        else:
            ended = True
    if not ended:
        return [], [Problem(name, 0, "", "", "damaged_workbook")]
    return ([] if any(problem.level == STOP for problem in problems) else found), problems


def _lines(content: bytes) -> list[bytes]:
    """Run `unpacking` over the file; what a killed process said last is cut off."""
    bounds = (limits.WORKBOOK_MEMORY, limits.WORKBOOK_SECONDS, limits.ROWS, limits.COLUMNS)
    script = str(Path(__file__).with_name("unpacking.py"))
    try:
        done = subprocess.run(
            [sys.executable, "-I", script, *map(str, bounds)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.WORKBOOK_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return []
    return done.stdout.split(b"\n")[:-1] if done.returncode == 0 else []


def _date(told: dict) -> object:
    return datetime.datetime.fromisoformat(told["date"]) if "date" in told else told


def _fault(name: str, rule: str, sheet: str) -> Problem:
    bounds = {"too_many_rows": str(limits.ROWS), "too_many_columns": str(limits.COLUMNS)}
    level = ACKNOWLEDGE if rule == UNSURE else STOP
    return Problem(name, 0, "", "", rule, bounds.get(rule, ""), sheet, level)
