"""Verdicts against slow plain Python, in worlds without a trend, and at the edges of the rules."""

import math
import statistics
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t
from trend_worlds import BREAKS, NEEDS, NULL, YEARS, drawn, summed

from queries.methods.trend import trends

EXACT = 1e-9
FACTS = Path(__file__).resolve().parents[3] / "data" / "facts"
FALSE_BAR, DRAWS = 0.05, 12
SIX = (2013, 2014, 2015, 2016, 2017, 2018)


def region(*series, years=SIX, size=2000, others=20):
    """Rows of the series given in per cent and of others that go up and down, and of the whole."""
    steady = [
        [
            20 + (1 + other % 3) * (-1) ** (other + other // 3 * place)
            for place, _ in enumerate(years)
        ]
        for other in range(others)
    ]
    rows = pd.DataFrame(
        [
            {"oktmo": f"{number:02d}", "year": year, "below": share * size / 100}
            | {"participants": float(size)}
            for number, shares in enumerate((*series, *steady))
            for year, share in zip(years, shares, strict=True)
        ]
    )
    return rows, summed(rows)


def judged(rows, whole, breaks=(), **changes):
    found = trends(rows, "oktmo", whole, breaks, replace(NEEDS, **changes))
    return found.set_index("oktmo")


def plain(rows, whole, breaks):
    """Changes of each group against the rest, and its luck, again, one number after another."""
    of = {(row.oktmo, row.year): row for row in rows.itertuples()}
    all_of = {row.year: row for row in whole.itertuples()}
    moved, luck = {}, {}
    for name in sorted(rows["oktmo"].unique()):
        apart, chances = {}, []
        for year, total in all_of.items():
            row = of.get((name, year))
            if row is None or math.isnan(row.below):
                continue
            share = (row.below + 1) / (row.participants + 2)
            chances.append(1e4 * share * (1 - share) / (row.participants + 2))
            rest = (total.below - row.below) / (total.participants - row.participants)
            if year not in breaks:
                apart[year] = 100 * (row.below / row.participants - rest)
        moved[name] = [apart[y + 1] - apart[y] for y in sorted(apart) if y + 1 in apart]
        luck[name] = 2 * statistics.mean(chances) if chances else 0
    return moved, luck


def test_slopes_are_mean_changes_against_the_rest_of_the_region():
    rows, _ = drawn(NULL["random walk"], 1)
    towns, whole = summed(rows, "oktmo"), summed(rows)
    towns.loc[towns["oktmo"].eq(3) & towns["year"].eq(2018), ["below", "participants"]] = np.nan
    found = judged(towns, whole, BREAKS, changes=1, visible=50.0)
    moved, _ = plain(towns, whole, BREAKS)
    assert len(moved[3]) == 1 and len(moved[4]) == 3
    for name, changes in moved.items():
        assert found.loc[name, "changes"] == len(changes)
        assert found.loc[name, "slope"] == pytest.approx(statistics.mean(changes), abs=EXACT)


def test_the_spread_is_the_one_that_fits_all_changes_best():
    """No other pair of factors on a fine grid is likelier, were the variances those of gamma."""
    rows, _ = drawn(NULL["random walk"], 2)
    towns, whole = summed(rows, "oktmo"), summed(rows)
    found = judged(towns, whole, BREAKS)
    moved, luck = plain(towns, whole, BREAKS)
    own = {name: statistics.variance(changes) for name, changes in moved.items()}
    freedom = sum(len(changes) - 1 for changes in moved.values()) - 2
    half = {name: found.loc[name, "visible"] * math.sqrt(3) for name in own}
    spread = {name: (half[name] / t.ppf(0.975, freedom)) ** 2 for name in own}
    factor = np.linalg.lstsq(
        [[1, luck[name]] for name in own], [spread[name] for name in own], rcond=None
    )[0]

    def unlikely(alike, of_luck):
        fitted = [alike + of_luck * luck[name] for name in own]
        return sum(math.log(one) + own[name] / one for name, one in zip(own, fitted, strict=True))

    best = unlikely(*factor)
    grid = [0.5, 0.7, 0.85, 1.2, 1.5, 2.0]
    assert factor[0] > 0 and factor[1] > 0
    assert all(
        best < unlikely(factor[0] * one, factor[1] * other) for one in grid for other in grid
    )


@pytest.mark.parametrize("way", [-1, 1])
def test_a_steady_way_apart_from_the_region_is_named(way):
    found = judged(*region([40 + way * 4 * place for place in range(6)]))
    assert found.loc["00", "word"] == ("better" if way < 0 else "worse")
    assert found.loc["00", "low"] < found.loc["00", "slope"] < found.loc["00", "high"]
    assert found.loc["00", "low"] * found.loc["00", "high"] > 0
    assert set(found["word"][1:]) == {"same"}
    assert found["enough"].isna().all()


def test_what_all_go_is_nobodys_trend():
    rows, whole = region([40.0] * 6)
    rows["below"] += 80.0 * (rows["year"] - 2013)
    assert set(judged(rows, summed(rows))["word"]) == {"same"}


@pytest.mark.parametrize("last", [0.09996, 0.0995])
def test_a_slope_too_small_to_matter_is_never_a_trend(last):
    """0.10000 → 0.09996 without any error is no fall, however many took part."""
    ends = np.linspace(10, 100 * last, 6)
    found = judged(*region(ends, *[[10.0] * 6] * 20, size=10**6, others=0))
    assert set(found["word"]) == {"same"}
    assert found.loc["00", "high"] < 0


def test_the_least_slope_is_asked_of_the_rest_when_any_one_change_is_left_out():
    """One year of a great fall makes no trend of steady years."""
    once, always = (40, 40, 20, 20, 20, 20), (40, 36, 32, 28, 24, 20)
    found = judged(*region(once, always))
    assert found.loc["00", "high"] < 0
    assert found["word"][:2].tolist() == ["same", "better"]


def test_no_change_is_taken_over_a_break_or_a_hidden_year():
    years = (2016, 2017, 2018, 2019, 2021, 2022)
    rows, whole = region((30, 30, 30, 30, 10, 10), years=years)
    found = judged(rows, whole, breaks=(2020,))
    assert found.loc["00", ["word", "changes"]].tolist() == ["same", 4]
    assert found.loc["00", "slope"] == pytest.approx(0, abs=0.5)  # with the step of 20: −4
    rows.loc[rows["oktmo"].eq("00") & rows["year"].eq(2018), "below"] = np.nan
    assert judged(rows, whole, breaks=(2020,)).loc["00", "changes"] == 2
    assert judged(rows, whole, breaks=(2017, 2020)).loc["01", "changes"] == 2


@pytest.mark.parametrize(("years", "changes"), [((2021, 2022), 1), ((2019, 2021, 2022), 1)])
def test_the_first_year_of_enough_changes_is_worked_out(years, changes):
    found = judged(*region([30.0] * len(years), years=years), breaks=(2020,))
    assert set(found["word"]) == {"unknown"} and set(found["changes"]) == {changes}
    assert set(found["enough"]) == {2024}
    later = judged(*region([30.0] * len(years), years=years), breaks=(2020,), changes=5)
    assert set(later["enough"]) == {2026}
    assert found[["slope", "low", "high", "visible"]].isna().all(axis=None)


def test_the_year_that_is_worked_out_is_enough_and_the_one_before_is_not():
    rows, _ = drawn(NULL["walk, small schools"], 3)
    towns, whole = summed(rows, "oktmo"), summed(rows)
    found = judged(towns, whole, BREAKS, visible=2.0)
    (enough,) = found["enough"].unique()
    usual = found["visible"].median() * math.sqrt(3)
    assert set(found["word"]) == {"unknown"}
    changes = 3 + enough - YEARS[-1]
    assert usual / math.sqrt(changes) <= 2.0 < usual / math.sqrt(changes - 1)


def test_a_group_with_fewer_changes_than_others_waits_for_its_own_year():
    rows, whole = region([30.0] * 6)
    rows.loc[rows["oktmo"].eq("00") & rows["year"].lt(2016), ["below", "participants"]] = np.nan
    found = judged(rows, whole)
    assert found.loc["00", ["word", "changes", "enough"]].tolist() == ["unknown", 2, 2019]
    assert found.loc["01", "word"] == "same"


def test_nothing_is_told_of_a_group_without_any_share():
    rows, whole = region([30.0] * 6)
    rows.loc[rows["oktmo"].eq("00"), ["below", "participants"]] = np.nan
    found = judged(rows, whole)
    assert found.loc["00", "word"] == "unknown"
    assert found.loc["00", ["changes", "visible", "enough", "slope"]].isna().all()


def test_too_few_series_tell_no_spread_and_no_year():
    found = judged(*region([40, 36, 32, 28, 24, 20], others=18))
    assert set(found["word"]) == {"unknown"} and found["enough"].isna().all()
    assert judged(*region([40, 36, 32, 28, 24, 20], others=19)).loc["00", "word"] == "better"


def test_too_few_series_have_no_year_whatever_is_still_to_come():
    few = region([30.0, 31.0], years=SIX[:2], others=18)
    assert judged(*few)["enough"].isna().all()
    assert set(judged(*region([30.0, 31.0], years=SIX[:2], others=19))["enough"]) == {2016}


def test_a_region_of_one_municipality_has_no_rest_to_go_apart_from():
    found = judged(*region([40, 36, 32, 28, 24, 20], others=0), series=0)
    assert found["word"].tolist() == ["unknown"] and found["changes"].tolist() == [0]


def test_a_group_that_nobody_was_below_in_is_not_taken_for_certain():
    found = judged(*region([0.0] * 6, [30.0] * 6))
    assert found.loc["00", "visible"] > 0


def test_no_groups_give_no_rows():
    rows, whole = region([30.0] * 6)
    assert judged(rows[:0], whole[:0]).empty
    assert judged(rows[:0], whole).empty


def test_the_order_of_rows_does_not_matter():
    rows, whole = region([40, 36, 32, 28, 24, 20], [30.0] * 6)
    mixed = rows.sample(frac=1, random_state=1), whole.sample(frac=1, random_state=2)
    pd.testing.assert_frame_equal(judged(*mixed), judged(rows, whole))


def test_the_worlds_are_judged_by_the_numbers_of_the_settings():
    values = pd.read_csv(FACTS / "setting.csv").set_index("code")["value"]
    codes = {"slope", "visible", "changes", "series"}
    assert {code: getattr(NEEDS, code) for code in codes} == {
        code: values[f"trend_{code}"] for code in codes
    }
    assert values["confidence"] / 100 == NEEDS.confidence


def named(name, **changes):
    """Part of the municipalities of some draws of a world that get a verdict of a direction."""
    found = []
    for seed in range(DRAWS):
        rows, _ = drawn(NULL[name], seed)
        words = judged(summed(rows, "oktmo"), summed(rows), BREAKS, **changes)["word"]
        found.append(words.isin(["better", "worse"]).mean())
    return np.mean(found)


@pytest.mark.parametrize("name", NULL)
def test_at_most_one_verdict_in_twenty_is_false_where_nothing_moves_steadily(name):
    assert named(name) <= FALSE_BAR


@pytest.mark.parametrize(
    "name", ["independent years", "random walk", "AR(1) 0.5", "step at the break", "rough walk"]
)
def test_it_is_the_method_that_keeps_the_bar_and_not_its_refusals(name):
    assert 0 < named(name, visible=1000.0) <= FALSE_BAR


@pytest.mark.parametrize(("name", "least"), [("calm walk", 0.7), ("random walk", 0.4)])
def test_a_steady_way_of_five_points_a_year_is_found(name, least):
    found = []
    for seed in range(DRAWS):
        rows, steady = drawn(NULL[name], seed, slope=-5.0)
        words = judged(summed(rows, "oktmo"), summed(rows), BREAKS)["word"]
        found.append((words[steady] == "better").mean())
        assert not (words[steady] == "worse").any()
    assert np.mean(found) >= least
