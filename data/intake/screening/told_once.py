"""Keep of what the checks find what reading has not said already: each fault is told once.

A name that is no municipality's, say, is refused in reading and stays in its cell, where the checks
find no row that it refers to.
"""

from collections.abc import Sequence

from data.errors import STOP, Problem
from data.intake.declared.reading import ReadFile
from data.intake.received.personal import MASK


def not_told(
    found: Sequence[Problem], reading: Sequence[Problem], files: Sequence[ReadFile]
) -> list[Problem]:
    """Give the faults found by checks that do not follow from those found in reading."""
    stops = [problem for problem in reading if problem.level == STOP]
    torn = {_row(problem) for problem in stops if problem.row and not problem.column}
    cells = {(*_row(problem), problem.column) for problem in stops}
    texts = {(problem.file, problem.sheet, problem.column, problem.value) for problem in stops}
    read = {(file.name, file.sheet) for file in files}
    # What is not read may hold the rows that others refer to.
    is_all_read = all((problem.file, problem.sheet) in read for problem in stops)
    return [
        problem
        for problem in found
        if _row(problem) not in torn
        and (*_row(problem), problem.column) not in cells
        and (problem.file, problem.sheet, problem.column, problem.value) not in texts
        and problem.value != MASK
        and (is_all_read or problem.rule != "unknown_reference")
    ]


def _row(problem: Problem) -> tuple[str, str, int]:
    return problem.file, problem.sheet, problem.row
