"""What stands side by side are the heat map's and the dynamics' own numbers, to the last digit."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from components.base.i18n import Words
from components.base.load import one_version
from components.base.pins import Pin, written
from components.base.pupils import seeing
from components.dynamics import lines
from components.dynamics.choice import DynamicsView
from components.dynamics.groups import by_cohort, by_municipality
from components.dynamics.numbers import numbers
from components.explore.side import over_years, side
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.school.choice import SchoolView
from components.school.facts import facts
from queries.view import View, of

PLACES = ("60601000", "60602000", "60605000", "60701000")
COHORTS = ("2021", "2022")
SCHOOLS = ("60-0016", "60-0018")
PUPILS = "IND-07-VPR"
AMOUNTS = ["numerator", "denominator", "share", "low", "high"]


def pins_of(kind, codes):
    return written(Pin(kind, code) for code in codes)


@pytest.fixture(autouse=True)
def store(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    with one_version():
        yield


def view(kind, codes, **chosen):
    return View("60", 2022, 2017, pins=pins_of(kind, codes), **chosen)


def same(rows, wanted):
    """Hold rows of one pin to those of the heat map, numbers and words."""
    own = rows.set_index("column").sort_index()
    of_map = wanted.set_index("column").sort_index()
    assert list(own.index) == list(of_map.index)
    pd.testing.assert_frame_equal(own[AMOUNTS], of_map[AMOUNTS])
    for name in ("state", "text", "tooltip"):
        assert own[name].tolist() == of_map[name].tolist()


def of_map(found, which):
    said = found.cells[which(found.cells)][["column", "text", "tooltip"]]
    return found.rows[which(found.rows)].merge(said, on="column")


@pytest.mark.parametrize("schools", ["all", "low_performing", "rural"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_municipalities_have_their_rows_of_the_heat_map(schools, language):
    chosen = {"schools": schools, "language": language}
    found = side(view("place", PLACES, **chosen), "place", "")
    whole = heat(HeatmapView("60", 2022, 2017, **chosen))
    for code in PLACES:
        own = found.rows[found.rows["pin"].eq(f"place.{code}")]
        same(own, of_map(whole, lambda rows, code=code: rows["oktmo"].eq(code)))
    assert found.rows["low"].notna().any() and found.rows["share"].isna().any()


def test_cohorts_have_the_row_of_the_region_with_the_cohort_chosen():
    found = side(view("cohort", COHORTS), "cohort", "")
    for code in COHORTS:
        whole = heat(HeatmapView("60", 2022, 2017, cohort=int(code)))
        own = found.rows[found.rows["pin"].eq(f"cohort.{code}")].set_index("column").sort_index()
        wanted = of_map(whole, lambda rows: rows["row"].eq(-1)).set_index("column").sort_index()
        pd.testing.assert_frame_equal(own[AMOUNTS[:3]], wanted[AMOUNTS[:3]])
        assert own[["state", "text"]].equals(wanted[["state", "text"]])
        counts = wanted["kind"].eq("coverage")
        assert own.loc[counts, "tooltip"].equals(wanted.loc[counts, "tooltip"])


@pytest.mark.parametrize("code", COHORTS)
def test_limits_of_cohorts_are_the_band_of_the_dynamics(code):
    rows = over_years(view("cohort", COHORTS, indicator=PUPILS), "cohort")
    asked = DynamicsView("60", 2022, 2017, indicator=PUPILS, cohort=int(code), band="on")
    drawn = lines.rows(asked, numbers(asked), Words("ru"))
    drawn = drawn[drawn["role"].eq("main")].set_index("year")
    own = rows[rows["pin"].eq(f"cohort.{code}") & rows["share"].notna()]
    assert len(own) == len(drawn) > 3
    for row in own.itertuples():
        limits = drawn.loc[int(row.column), ["low", "high"]].tolist()
        assert [row.low, row.high] == pytest.approx(limits)
        assert row.low <= row.share <= row.high


def test_schools_have_the_row_of_the_region_with_the_school_picked():
    found = side(view("school", SCHOOLS), "school", "")
    for code in SCHOOLS:
        whole = heat(HeatmapView("60", 2022, 2017, picked=code))
        own = found.rows[found.rows["pin"].eq(f"school.{code}")]
        same(own, of_map(whole, lambda rows: rows["row"].eq(-1)))
    assert found.apart["word"].eq("not_compared").all()


def test_in_the_internal_view_schools_have_the_results_of_their_cards():
    with seeing("all"):
        asked = view("school", SCHOOLS)
        found = side(asked, "school", "")
        known = facts(of(SchoolView, replace(asked, pins="")))
        results = found.rows[found.rows["column"].str.startswith("results_")]
        assert len(results)
        for row in results.itertuples():
            of_card = known.results[row.pin.partition(".")[2]]
            procedure = row.column.removeprefix("results_")
            latest = [each for each in of_card if each["procedure"] == procedure][-1]
            wanted = [100 * latest[name] for name in ("share", "low", "high")]
            assert [row.share, row.low, row.high] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("kind", "codes", "counted", "key"),
    [("place", PLACES, by_municipality, "oktmo"), ("cohort", COHORTS, by_cohort, "entry_year")],
)
def test_years_are_those_of_the_dynamics(kind, codes, counted, key):
    rows = over_years(view(kind, codes, indicator=PUPILS), kind)
    lines = counted(DynamicsView("60", 2022, 2017, indicator=PUPILS))
    shares = {
        (str(row[key]), str(row["year"])): row["share"]
        for row in lines.to_dict("records")
        if row["share"] == row["share"]
    }
    shown = {
        (row.pin.partition(".")[2], row.column): row.share
        for row in rows.itertuples()
        if row.share == row.share
    }
    assert shown == pytest.approx({key: at for key, at in shares.items() if key[0] in codes})
    assert shown


def test_differences_are_those_of_the_shown_shares_from_the_base():
    base = f"place.{PLACES[2]}"
    found = side(view("place", PLACES), "place", base)
    shares = found.rows.set_index(["pin", "column"])["share"]
    assert str(found.base) == base and base not in set(found.apart["pin"])
    compared = found.apart[found.apart["word"].ne("not_compared")]
    assert len(compared)
    for row in compared.to_dict("records"):
        apart = shares[row["pin"], row["column"]] - shares[base, row["column"]]
        assert row["apart"] == pytest.approx(apart)
        assert row["from"] <= apart <= row["to"]
    kinds = found.rows.set_index("column")["kind"].to_dict()
    assert {kinds[column] for column in compared["column"]} == {"pupil_rate"}


@pytest.mark.parametrize("base", ["", "place.99", "cohort.2021"])
def test_a_base_that_is_no_pin_is_the_first(base):
    assert str(side(view("place", PLACES), "place", base).base) == f"place.{PLACES[0]}"


def test_full_counts_are_never_compared():
    found = side(view("cohort", COHORTS), "cohort", "")
    kinds = found.rows.set_index("column")["kind"].to_dict()
    counts = [kinds[column] == "coverage" for column in found.apart["column"]]
    assert any(counts)
    assert found.apart.loc[counts, "word"].eq("not_compared").all()
    assert np.isnan(found.apart.loc[counts, ["apart", "from", "to"]].to_numpy()).all()
