"""Counts by cohort and municipality: sums of the schools, small groups hidden, panels apart."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from own_region import AZOV, SALSK, YEARS, series

from components.dynamics import groups

LAST = YEARS[-1]
SCHOOLS = {
    "A": (series(30, 30, 25, 20, 15, 10), SALSK, (2015,)),
    "B": ({2017: (50, 5), 2018: (50, 20)}, SALSK, (2015, 2016)),
    "C": (series(10, 10, 10, 10, 10, 10), SALSK, ()),
    "D": (series(4, 4, 4, 4, 4, 4, participants=40), AZOV, ()),
}


def shares(found, key, value):
    rows = found[found[key].eq(value)]
    return dict(zip(rows["year"], rows["share"], strict=True))


def test_a_cohort_is_the_sum_of_its_schools(region):
    found = groups.by_cohort(region(SCHOOLS))
    cohort = shares(found, "entry_year", 2015)
    assert cohort[2016] == pytest.approx(20)
    assert cohort[2018] == pytest.approx(100 * (10 + 20) / (100 + 50))
    own = found[found["entry_year"].eq(2015)].set_index("year")
    assert own["schools"].to_dict() == {2013: 1, 2014: 1, 2015: 1, 2016: 1, 2017: 2, 2018: 2}
    assert shares(found, "entry_year", 0)[2018] == pytest.approx(100 * 14 / 140)


def test_a_fixed_panel_keeps_the_schools_of_every_year(region):
    view = replace(region(SCHOOLS), panel="fixed")
    found = groups.by_cohort(view)
    assert shares(found, "entry_year", 2015)[2018] == pytest.approx(10)
    assert set(found["schools"][found["entry_year"].eq(2015)]) == {1}


def test_a_small_school_hides_its_cohort_of_which_another_could_tell_it(region):
    few = SCHOOLS | {"B": ({2018: (9, 8)}, SALSK, (2015,))}
    view = region(few)
    for panel in ("open", "fixed"):
        found = groups.by_cohort(replace(view, panel=panel))
        hidden = {
            year: np.isnan(share) for year, share in shares(found, "entry_year", 2015).items()
        }
        assert hidden == {year: year == 2018 for year in YEARS}
    assert not groups.whole(view)["share"].isna().any()


def test_which_cohort_is_in_colour_changes_no_count(region):
    view = region(SCHOOLS)
    pd.testing.assert_frame_equal(
        groups.by_cohort(view), groups.by_cohort(replace(view, cohort=2015, municipality=SALSK))
    )


def test_municipalities_stand_by_the_schools_that_were_in_the_project(region):
    found = groups.by_municipality(region(SCHOOLS))
    first = found.drop_duplicates("oktmo")
    assert first["oktmo"].tolist() == [SALSK, AZOV]
    assert first["touched"].tolist() == [2, 0]
    assert first["name"].tolist() == ["Сальский район", "Азовский район"]
    assert shares(found, "oktmo", SALSK)[2018] == pytest.approx(100 * 40 / 250)


def test_a_small_municipality_is_hidden_with_another_that_would_give_it_away(region):
    small = SCHOOLS | {"D": (series(1, 1, 1, 1, 1, 1, participants=9), AZOV, ())}
    found = groups.by_municipality(region(small))
    for oktmo in (AZOV, SALSK):
        rows = found[found["oktmo"].eq(oktmo)]
        assert rows[["share", "participants", "below"]].isna().all(axis=None)
        assert rows["schools"].notna().all()


def test_the_whole_is_that_of_the_region(region):
    found = groups.whole(region(SCHOOLS)).set_index("year")
    assert found.loc[LAST, "participants"] == 100 + 50 + 100 + 40
    assert found.loc[LAST, "below"] == 10 + 20 + 10 + 4
    assert found.loc[LAST, "share"] == pytest.approx(100 * 44 / 290)
