"""A waterfall as stacked bars: what is drawn is where each step begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.base.i18n import Words
from components.slides.files import steps
from components.slides.slide import Native, Series

WORDS = Words("ru")
AMOUNTS = st.lists(st.one_of(st.none(), st.integers(-40, 40).map(float)), min_size=1, max_size=8)


def native(*values, totals=()):
    names = tuple(str(at) for at in range(len(values)))
    return Native("waterfall", names, (Series("x", values),), "%", totals)


def drawn(made):
    """Where the ink of each category lies, from the lowest to the highest."""
    base, *parts = steps.stacked(made, WORDS)
    for at, below in enumerate(base.values):
        heights = [part.values[at] for part in parts if part.values[at] is not None]
        up, down = below or 0.0, below or 0.0
        ink = []
        for height in heights:
            # As office programs stack: what is above zero on what is above, and below likewise.
            start = max(up, 0.0) if height >= 0 else min(down, 0.0)
            ink += [start, start + height]
            up, down = (start + height, down) if height >= 0 else (up, start + height)
        yield (min(ink), max(ink)) if ink else None


@given(AMOUNTS, st.sets(st.integers(0, 7)))
def test_ink_lies_between_the_ends_of_each_step(values, totals):
    made = native(*values, totals=tuple(totals))
    for pair, ink in zip(steps.ends(made), drawn(made), strict=True):
        if pair is None:
            assert ink is None
        elif pair[0] == pair[1]:  # nothing is seen of a step of nothing, wherever it stands
            assert ink[0] == ink[1]
        else:
            assert ink == pytest.approx((min(pair), max(pair)))


def test_parts_go_on_from_each_other_and_totals_stand_from_zero():
    found = steps.ends(native(30.0, -2.5, 1.0, 28.5, totals=(0, 3)))
    assert found == [(0.0, 30.0), (30.0, 27.5), (27.5, 28.5), (0.0, 28.5)]


def test_a_step_that_is_not_known_moves_nothing():
    assert steps.ends(native(3.0, None, float("nan"), 1.0)) == [(0, 3), None, None, (3, 4)]


def test_small_changes_of_a_high_level_are_drawn_from_a_floor_above_zero():
    assert 0 < steps.floor(native(30.0, -2.5, 27.5, totals=(0, 2))) < 27.5
    assert steps.floor(native(30.0, -20.0, 10.0, totals=(0, 2))) == 0
    assert steps.floor(native(2.0, -3.0, totals=(0,))) == 0
    assert steps.floor(native(None)) == 0


def test_steps_through_zero_are_known():
    assert steps.crosses(native(2.0, -3.0))
    assert not steps.crosses(native(2.0, -2.0, -1.0))
