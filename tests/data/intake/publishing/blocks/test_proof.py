"""The proof finds every light cut and every number that bounds give away, and no others."""

import numpy as np
import pandas as pd
import pytest

from data.intake.publishing.blocks import proof


def rows(*results, below=None, subject="a"):
    frame = pd.DataFrame({"results": results, "below": below or [1] * len(results)})
    return frame.assign(subject=subject)


def are_apart(municipal, regional, results):
    one, other = proof.sides(np.array(municipal), np.array(regional), results, 10)
    return (one != other).tolist()


def test_two_sums_that_differ_by_few_results_are_a_light_cut():
    assert are_apart([0, 0, 1], [0, 1, 1], rows(50, 9, 50)) == [False, True, False]
    assert are_apart([0, 0, 1], [0, 1, 1], rows(50, 10, 50)) == [False, False, False]


def test_light_edges_add_up_round_a_circle():
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    municipal, regional = zip(*pairs, strict=True)
    assert not any(are_apart(municipal, regional, rows(10, 5, 5, 10)))
    assert any(are_apart(municipal, regional, rows(10, 5, 4, 10)))


def test_the_same_pupils_in_two_subjects_are_counted_once():
    twice = rows(50, 6, 6, 50, subject=["a", "a", "b", "a"])
    assert are_apart([0, 0, 0, 1], [0, 1, 1, 1], twice) == [False, True, True, False]


@pytest.mark.parametrize(
    ("below", "known"),
    [
        ([0, 1, 1, 0], [False] * 4),
        ([0, 0, 1, 1], [True, True, False, False]),
        ([10, 10, 1, 1], [True, True, False, False]),
        ([0, 0, 0, 0], [True] * 4),
    ],
)
def test_none_and_every_one_are_told_where_no_other_number_fits(below, known):
    municipal, regional = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    found = proof.told(municipal, regional, rows(10, 10, 10, 10, below=below))
    assert found.tolist() == known
