"""Parts of a change of a share, by fractions."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.methods.panels import waterfall

YEAR = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.integers(1, 500).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size))),
    min_size=1,
)


def frame(schools, other):
    rows = [(name in other, 1, size, below) for name, (size, below) in schools.items()]
    return pd.DataFrame(rows, columns=["stayed", "schools", "participants", "below"])


def share(schools):
    rows = list(schools.values())
    return Fraction(sum(below for _, below in rows), sum(size for size, _ in rows))


@given(YEAR, YEAR)
def test_parts_are_those_of_fractions_and_add_up(before, after):
    parts = waterfall(frame(before, after), frame(after, before)).set_index("part")
    both = before.keys() & after.keys()
    if both:
        early, late = (share({name: year[name] for name in both}) for year in (before, after))
    else:
        pairs = [*before.values(), *after.values()]
        early = late = share(dict(enumerate(pairs)))
    expected = [late - early, share(after) - late, early - share(before)]
    assert sum(expected) == share(after) - share(before)
    found = parts.loc[["stayed", "entered", "left"], "contribution"].tolist()
    assert found == pytest.approx([float(100 * part) for part in expected], abs=1e-9)
    change = float(100 * (share(after) - share(before)))
    assert parts["contribution"].sum() == pytest.approx(change, abs=1e-9)
    sizes = [len(both), len(after.keys() - both), len(before.keys() - both)]
    assert parts["schools"].tolist() == sizes


def test_schools_of_a_worse_share_that_leave_improve_the_whole():
    before, after = {"a": (100, 10), "b": (100, 40)}, {"a": (100, 10)}
    parts = waterfall(frame(before, after), frame(after, before))
    assert parts["contribution"].tolist() == pytest.approx([0, 0, -15])
    assert parts["part"].tolist() == ["stayed", "entered", "left"]


def test_a_year_without_pupils_has_no_contributions():
    parts = waterfall(frame({}, {}), frame({"a": (100, 10)}, {}))
    assert np.isnan(parts["contribution"].sum(skipna=False))
