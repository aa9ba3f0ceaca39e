"""What a similar municipality does better: counts by their shares, pupils by intervals apart."""

import pandas as pd
import pytest

from components.base.i18n import Words
from components.heatmap.numbers import Heat
from components.heatmap.similar_places import better

RU, HERE, THERE = Words("ru"), "60000001", "60000002"
COLUMNS = ["oktmo", "column", "indicator", "kind", "state", "share", "low", "high", "direction"]


def said(here, there):
    rows = pd.DataFrame([here, there], columns=COLUMNS).assign(row=0)
    texts = rows[["oktmo", "column"]].assign(
        column_title="о чём", text=[f"{share:g}" for share in rows["share"]]
    )
    return better(Heat(rows, texts), HERE, THERE, RU)


def count(oktmo, share, state="counted", code="IND-03"):
    return oktmo, code, code, "coverage", state, share, float("nan"), float("nan"), "higher"


def pupils(oktmo, share, low, high):
    return oktmo, "IND-07", "IND-07", "pupil_rate", "counted", share, low, high, "lower"


def test_a_full_count_is_better_by_its_larger_share():
    assert said(count(HERE, 50), count(THERE, 60)) == "Лучше: о чём: 60, здесь 50"
    assert said(count(HERE, 60), count(THERE, 50)) == ""


def test_more_schools_in_need_are_never_better():
    assert said(count(HERE, 5, code="IND-19"), count(THERE, 9, code="IND-19")) == ""


@pytest.mark.parametrize("state", ["not_reported", "suppressed", "no_data"])
def test_what_is_not_known_is_never_better(state):
    assert said(count(HERE, 50), count(THERE, 60, state)) == ""
    assert said(count(HERE, 50, state), count(THERE, 60)) == ""


def test_shares_of_pupils_are_better_only_with_intervals_apart():
    here = pupils(HERE, 12, 10, 14)
    assert said(here, pupils(THERE, 8, 6, 9.9)) == "Лучше: о чём: 8, здесь 12"
    assert said(here, pupils(THERE, 8, 6, 10.1)) == ""
    nan = float("nan")
    assert said(here, pupils(THERE, 8, nan, nan)) == ""
