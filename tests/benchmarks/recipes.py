"""Try recipes on a thousand forms made by chance: how many come in right, and what is asked.

Each form is brought by the recipe that a person would make, and by the guesses alone.
"""

from collections import Counter
from pathlib import Path

from data.errors import STOP
from tests.benchmarks.table import show
from tests.data.any_form import Case, case
from tests.data.any_form_reading import Brought, by_guesses, by_recipe

CASES = range(1000)


def run(_folder: Path) -> None:
    """Count what came of each case."""
    outcomes = {"recipe": Counter[str](), "guesses": Counter[str]()}
    asked = Counter[str]()
    for number in CASES:
        made = case(number)
        given, guessed = by_recipe(made), by_guesses(made)
        outcomes["recipe"][_outcome(made, given)] += 1
        outcomes["guesses"][_outcome(made, guessed)] += 1
        asked.update({problem.rule for problem in given.asked})
    words = ("right", "right, asked", "lacks", "stops", "column left, told", "wrong")
    assert not set().union(*outcomes.values()) - set(words)
    show(
        "16. True tables in forms made by chance, by a recipe and by guesses alone, % of cases",
        ("by", "n", *words),
        [
            (side, len(CASES), *(100 * found[word] / len(CASES) for word in words))
            for side, found in outcomes.items()
        ],
        f"Bars: by a recipe right without a question ≥ 90 %, wrong 0. Asked: {dict(asked)}.",
    )


def _outcome(made: Case, found: Brought) -> str:
    if found.lacking:
        return "lacks"
    if found.rows == made.truth:
        return "right, asked" if found.asked else "right"
    if any(problem.level == STOP for problem in found.asked):
        return "stops"
    left = any(problem.rule == "column_not_taken" for problem in found.received.problems)
    return "column left, told" if left else "wrong"
