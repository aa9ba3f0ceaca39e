"""Differences of two shares: as their source counts them, and seldom where nothing differs."""

import numpy as np
import pandas as pd
import pytest

from queries.methods.bootstrap import share_band
from queries.methods.comparison import judged
from queries.methods.differences import NOT_COMPARED, SAME, differences, widened
from queries.methods.intervals import wilson
from tests.queries.methods.marks_worlds import DIFFERING, World, drawn, summed

SEEDS, PAIRS, CONFIDENCE = range(30), 10, 0.95


def pinned(amounts):
    """One row per pin: its share with Wilson's interval of as many independent results."""
    part, total = (np.array(each, float) for each in zip(*amounts.values(), strict=True))
    low, high = wilson(part, total, CONFIDENCE)
    rows = {"share": part / total, "low": low, "high": high}
    shares = {name: 100 * values for name, values in rows.items()}
    return pd.DataFrame({"pin": list(amounts), "column": "IND-01"} | shares)


@pytest.mark.parametrize(
    ("own", "base", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
    ],
)
def test_limits_are_those_of_the_paper(own, base, low, high):
    """Examples a, b, d and e of Newcombe's second table, method 10."""
    [found] = differences(pinned({"own": own, "base": base}), "base").to_dict("records")
    assert [found["from"], found["to"]] == pytest.approx([100 * low, 100 * high], abs=0.011)


def test_two_shares_differ_alike_from_either_side():
    rows = pinned({"a": (30, 90), "b": (12, 80)})
    [one], [other] = (differences(rows, base).to_dict("records") for base in "ba")
    assert one["apart"] == -other["apart"]
    assert (one["from"], one["to"]) == pytest.approx((-other["to"], -other["from"]))
    assert {one["word"], other["word"]} == {"higher", "lower"}


@pytest.mark.parametrize("hidden", ["share", "low", "high"])
@pytest.mark.parametrize("pin", ["a", "b"])
def test_without_an_interval_of_both_nothing_is_compared(hidden, pin):
    rows = pinned({"a": (30, 90), "b": (12, 80)})
    rows.loc[rows["pin"].eq(pin), hidden] = np.nan
    [found] = differences(rows, "b").to_dict("records")
    assert found["word"] == NOT_COMPARED
    assert np.isnan([found["apart"], found["from"], found["to"]]).all()


def test_a_column_that_the_base_has_not_is_not_compared():
    rows = pinned({"a": (30, 90), "b": (12, 80)})
    rows.loc[rows["pin"].eq("b"), "column"] = "IND-02"
    assert differences(rows, "b")["word"].tolist() == [NOT_COMPARED]


def marked(world):
    """Give the part of random pairs of shown municipalities of a world that are marked."""
    marks = []
    for seed in SEEDS:
        schools = drawn(world, seed)
        rows = summed(schools)
        own = judged(rows, np.full(len(rows), True), CONFIDENCE).own
        share = (rows["numerator"] / rows["denominator"]).to_numpy(float)
        low, high = wilson(share * own, own, CONFIDENCE)
        shown = np.flatnonzero(rows["shown"].to_numpy() & ~np.isnan(low))
        effect = schools.groupby("place")["effect"].first().to_numpy()
        lot = np.random.default_rng(seed)
        for _ in range(PAIRS):
            a, b = lot.choice(shown, 2, replace=False)
            cells = pd.DataFrame(
                {"pin": ["a", "b"], "column": "x", "share": share[[a, b]]}
                | {"low": low[[a, b]], "high": high[[a, b]]}
            )
            word = differences(cells, "b")["word"].iloc[0]
            if effect[a] == effect[b]:
                marks.append(word != SAME)
    return np.mean(marks)


@pytest.mark.parametrize("spread", [0.0, 0.47])
@pytest.mark.parametrize("share", [0.1, 0.3])
def test_where_nothing_differs_few_pairs_are_marked(spread, share):
    assert marked(World(spread, share)) <= 0.05 + 0.02


def test_pairs_alike_are_marked_no_more_where_others_differ():
    assert marked(World(0.25, 0.3, DIFFERING)) <= 0.05 + 0.02


def bands_marked(size):
    """Give the part of marked pairs of groups of schools drawn by lot from one region."""
    marks = []
    for seed in SEEDS:
        schools, lot = drawn(World(0.47, 0.3), seed), np.random.default_rng(seed)
        for _ in range(PAIRS):
            chosen = lot.choice(len(schools), 2 * size, replace=False)
            rows = [band(schools.iloc[part]) for part in (chosen[:size], chosen[size:])]
            cells = pd.DataFrame(rows).assign(pin=["a", "b"], column="x", schools=size)
            marks.append(differences(widened(cells, CONFIDENCE), "b")["word"].iloc[0] != SAME)
    return np.mean(marks)


def band(schools):
    named = {"school_id": schools.index.astype(str), "year": 2022, "entry_year": 2021}
    counts = {"participants": schools["results"].array, "below": schools["below"].array}
    rows = pd.DataFrame(named | counts | {"oktmo": "1", "in_project": True})
    low, high = (100 * limit[0] for limit in share_band(rows, (2022,), 200, 0, CONFIDENCE))
    share = 100 * rows["below"].sum() / rows["participants"].sum()
    return {"share": share, "low": low, "high": high}


def test_groups_of_few_schools_that_do_not_differ_are_seldom_marked():
    assert bands_marked(15) <= 0.05 + 0.03


def test_limits_of_one_school_are_none_and_of_many_a_tenth_wider():
    rows = pd.DataFrame({"share": 10.0, "low": 8.0, "high": 13.0, "schools": [1, 2, 10_000]})
    one, two, many = widened(rows, CONFIDENCE).to_dict("records")
    assert np.isnan([one["low"], one["high"]]).all()
    assert two["low"] < 0 and two["high"] > 30
    assert (many["low"], many["high"]) == pytest.approx((7.8, 13.3), abs=0.01)
