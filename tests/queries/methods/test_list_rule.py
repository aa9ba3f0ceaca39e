"""A school's place against the rule of the list, on works that stand in the test."""

import pandas as pd
import pytest

from queries.methods.list_rule import scores


def works(**schools):
    """Works of each school as pairs: participants, below."""
    return pd.DataFrame(
        [
            {"school_id": school, "participants": participants, "below": below}
            for school, pairs in schools.items()
            for participants, below in pairs
        ]
    )


def test_the_score_is_the_share_that_enough_works_reach():
    found = scores(works(a=[(10, 5), (20, 6), (100, 10)], b=[(10, 1), (10, 4)]), 10, 2)
    assert found.to_dict() == pytest.approx({"a": 0.3, "b": 0.1})
    assert scores(works(a=[(10, 5), (20, 6), (100, 10)]), 10, 1)["a"] == 0.5
    assert scores(works(a=[(10, 5), (20, 6), (100, 10)]), 10, 3)["a"] == 0.1


def test_equal_shares_are_works_of_their_own():
    assert scores(works(a=[(10, 5), (20, 10), (10, 1)]), 10, 2)["a"] == 0.5


def test_small_works_do_not_count_and_too_few_give_no_score():
    assert scores(works(a=[(9, 9), (10, 3), (10, 2)]), 10, 2)["a"] == 0.2
    assert "a" not in scores(works(a=[(9, 9), (10, 3)]), 10, 2)


def test_a_school_reaches_the_threshold_exactly_if_the_rule_names_it():
    listed = works(a=[(10, 3), (10, 3)], b=[(10, 3), (10, 2)])
    assert (scores(listed, 10, 2) >= 0.3).to_dict() == {"a": True, "b": False}
