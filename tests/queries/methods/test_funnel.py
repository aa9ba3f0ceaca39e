"""Limits against scipy's quantiles by hand, and against the chances of counts."""

import numpy as np
import pytest
from scipy.stats import binom

from queries.methods.funnel import limits

EXACT = 1e-9


def by_hand(size, share, tail):
    """Spiegelhalter 2005: r is the smallest count with P(R ≤ r) ≥ tail; go back by the excess."""
    count = next(r for r in range(size + 1) if binom.cdf(r, size, share) >= tail)
    before = binom.cdf(count - 1, size, share)
    excess = (binom.cdf(count, size, share) - tail) / (binom.cdf(count, size, share) - before)
    return min(max((count - excess) / size, 0), 1)


@pytest.mark.parametrize("share", [0.02, 0.13, 0.5])
def test_limits_are_those_worked_out_count_by_count(share):
    sizes = np.array([1, 2, 10, 37, 250])
    found = limits(sizes, share)
    assert found["level"].tolist() == [0.95] * 5 + [0.998] * 5
    for row in found.itertuples():
        size = int(row.participants)
        assert row.low == pytest.approx(by_hand(size, share, (1 - row.level) / 2), abs=EXACT)
        assert row.high == pytest.approx(by_hand(size, share, (1 + row.level) / 2), abs=EXACT)
        if size >= 10:
            assert 0 <= row.low < share < row.high <= 1


def test_limits_close_in_on_the_share_without_jumps():
    found = limits(np.arange(20, 2000), 0.1, (0.95,))
    assert np.abs(np.diff(found["high"])).max() < 0.005
    normal = 0.1 + 1.959964 * np.sqrt(0.1 * 0.9 / 1999)
    assert found["high"].iloc[-1] == pytest.approx(normal, abs=0.001)


def test_a_share_of_none_or_all_has_limits_within_a_pupil_of_itself():
    for share in (0.0, 1.0):
        found = limits(np.array([10, 50]), share)
        for side in ("low", "high"):
            off = (found[side] - share).abs() * found["participants"]
            assert off.max() < 1
            assert found[side].between(0, 1).all()
