"""Who does better: by full counts, by shares of pupils whose intervals are apart, else nobody."""

import pytest

from queries.methods.doing_better import fewer_below, more_done

UNKNOWN = (float("nan"), float("nan"))


@pytest.mark.parametrize(
    ("own", "other", "better"),
    [
        ((3, 8), (5, 8), True),
        ((5, 8), (3, 8), False),
        ((2, 4), (4, 8), False),
        ((0, 0), (4, 8), False),
        ((1, 3), (333334, 1000000), True),
    ],
)
def test_a_full_count_is_better_by_its_share(own, other, better):
    assert more_done(own, other) is better


def test_what_is_not_known_is_never_better():
    assert not more_done(UNKNOWN, (1, 2)) and not more_done((1, 2), UNKNOWN)
    assert not fewer_below(UNKNOWN, (1, 200), 1, 0.95)
    assert not fewer_below((150, 200), UNKNOWN, 1, 0.95)


def test_shares_of_few_pupils_are_not_told_apart():
    assert fewer_below((60, 200), (20, 200), 1, 0.95)
    assert not fewer_below((6, 20), (2, 20), 1, 0.95)
    assert not fewer_below((20, 200), (60, 200), 1, 0.95)


def test_results_of_one_pupil_in_several_subjects_count_once():
    """30 % and 17.5 % of 200 results are apart, of 100 pupils in two subjects they are not."""
    assert fewer_below((60, 200), (35, 200), 1, 0.9)
    assert not fewer_below((60, 200), (35, 200), 2, 0.9)
