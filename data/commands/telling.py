"""Print for a terminal or a program what was found and how far a command is."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict

from data.errors import LEVELS, BrokenInputError, Problem, ReaderError
from data.texts import text

QUIET_SECONDS = 1.0
"""What is done sooner is done without a line of progress."""


def progress() -> Callable[[float, str], None]:
    """Keep one line of progress on a terminal; a log gets none of it."""
    began, shown = time.monotonic(), [False]

    def tell(share: float, step: str) -> None:
        if not sys.stderr.isatty() or time.monotonic() - began < QUIET_SECONDS:
            return
        if share < 1 or shown[0]:
            shown[0] = share < 1
            end = "\n" * (share >= 1)
            print(f"\r{share:4.0%} {step:<12}", end=end, file=sys.stderr, flush=True)

    return tell


def as_json(said: object) -> None:
    """Print an answer for programs."""
    print(json.dumps(said, ensure_ascii=False, indent=2, default=str))


def facts_of(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Give remarks for programs, in the order in which they were found."""
    return [asdict(problem) for problem in problems]


def what_to_do(error: ReaderError) -> None:
    """Say in words what went wrong and how to mend it; faults of files speak for themselves."""
    if not isinstance(error, BrokenInputError):
        for part in ("text", "mend"):
            said = str(text(f"error.{error.code}.{part}", "en"))
            print(said.format_map(error.details), file=sys.stderr)


def rules_of(problems: Sequence[Problem]) -> dict[str, str]:
    """Explain every rule that remarks name, by its code; «…» stands for what a remark expects."""
    rules = dict.fromkeys(problem.rule for problem in problems)
    return {rule: str(text(f"problem.{rule}", "en")).replace("{expected}", "…") for rule in rules}


def remarks(problems: Sequence[Problem]) -> None:
    """Print every remark in one line, the gravest first; then their numbers, and their rules."""
    ordered = sorted(problems, key=lambda problem: LEVELS.index(problem.level))
    for problem in ordered:
        print(f"{problem.level}: {problem}")
    many = Counter(problem.level for problem in problems)
    if many:
        print(", ".join(f"{level}: {many[level]}" for level in LEVELS if many[level]))
    for rule, words in rules_of(ordered).items():
        print(f"  {rule}: {words}")
