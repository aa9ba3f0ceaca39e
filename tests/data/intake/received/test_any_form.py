"""True tables in forms made by chance come in as they are, asked about where there is reason.

`python -m tests.benchmarks recipes` tries a thousand of them.
"""

import pytest

from data.errors import STOP
from tests.data.any_form import case
from tests.data.any_form_reading import by_guesses, by_recipe

GIVEN, GUESSED = range(150), range(24)


@pytest.mark.parametrize("number", GIVEN)
def test_a_recipe_gives_the_true_rows_and_asks_what_there_is_reason_to_ask(number):
    made = case(number)
    found = by_recipe(made)
    assert found.rows == made.truth
    assert {problem.rule for problem in found.asked} == made.expected
    assert all(problem.row for problem in found.asked)


@pytest.mark.parametrize("number", GUESSED)
def test_guesses_say_what_they_lack_or_give_the_true_rows_or_stop(number):
    made = case(number)
    found = by_guesses(made)
    stops = [problem for problem in found.asked if problem.level == STOP]
    left = [p for p in found.received.problems if p.rule == "column_not_taken"]
    assert found.lacking or stops or found.rows == made.truth or left


@pytest.mark.parametrize("number", range(0, 150, 10))
def test_a_file_brought_twice_gives_the_same_rows_of_the_same_file_and_sheet(number):
    first, second = (by_recipe(case(number)) for _ in range(2))
    assert [file.sha256 for file in first.received.files] == [
        file.sha256 for file in second.received.files
    ]
    for file in first.received.files:
        assert (file.name, file.sheet) == (case(number).name, case(number).sheet)
        assert file.places is not None
        assert len(file.places) == file.rows.num_rows
