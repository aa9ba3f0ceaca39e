"""Carry what a person can act on, as a code and its details; the words live with the pages."""

from dataclasses import dataclass


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


STOP, ACKNOWLEDGE, NOTE = LEVELS = ("stop", "acknowledge", "note")


@dataclass(frozen=True)
class Problem:
    """One remark about one cell; the first line is row 1, `rule` names the text that explains it.

    Row 0 is the whole file or sheet. A `stop` must be mended, an `acknowledge` must be confirmed
    one by one by whoever publishes, a `note` only tells what was done with the file.
    """

    file: str
    row: int
    column: str
    value: str
    rule: str
    expected: str = ""
    sheet: str = ""
    level: str = STOP

    def __str__(self) -> str:
        """Say the fault in one English line, for a terminal."""
        wanted = f" (expected {self.expected})" if self.expected else ""
        return (
            f"{self.file}, row {self.row}, column {self.column}: {self.value!r} {self.rule}{wanted}"
        )


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
