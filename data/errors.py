"""Carry what a person can act on, as a code and its details; the words live with the pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


class ReaderError(Exception):
    """Something a person can mend: `code` names its text, `details` fill the text's gaps."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        """Give the code and details in one line, for logs."""
        said = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code}: {said}" if said else self.code


class MissingError(KeyError):
    """Something that code asks for and nobody added: a mistake of ours, never of a reader's.

    The sentence says what is missing and where to add it.
    """

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the sentence in quotes


STOP, ACKNOWLEDGE, NOTE = LEVELS = ("stop", "acknowledge", "note")


@dataclass(frozen=True)
class Problem:
    """One remark about one cell; the first line is row 1, `rule` names the text that explains it.

    Row 0 is the whole file or sheet. A `stop` must be mended, an `acknowledge` must be confirmed
    one by one by whoever publishes, a `note` only says what was done with the file. Who finds a
    problem need not know the file and sheet: who reads them stamps them.
    """

    rule: str
    row: int = 0
    column: str = ""
    value: str = ""
    expected: str = ""
    level: str = STOP
    sheet: str = ""
    file: str = ""

    def __str__(self) -> str:
        """Say the fault in one English line, for a terminal."""
        wanted = f" (expected {self.expected})" if self.expected else ""
        return (
            f"{self.file}, row {self.row}, column {self.column}: {self.value!r} {self.rule}{wanted}"
        )


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Stamp problems with the file that they are of."""
    return [at if at.file == file else replace(at, file=file) for at in problems]


def in_sheet(problems: Iterable[Problem], sheet: str) -> list[Problem]:
    """Stamp problems with the sheet that they are of."""
    return [at if at.sheet == sheet else replace(at, sheet=sheet) for at in problems]


class BrokenInputError(ReaderError):
    """Files that may not be published: nothing was changed, the version before stays."""

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        super().__init__(
            "broken_input",
            file=first.file,
            row=first.row,
            column=first.column,
            value=first.value,
            count=len(problems),
        )
        self.problems = problems

    def __str__(self) -> str:
        """List the first twenty faults, one a line."""
        shown = [str(problem) for problem in self.problems[:20]]
        rest = len(self.problems) - len(shown)
        return "\n".join([*shown, *([f"… and {rest} more"] if rest else [])])
