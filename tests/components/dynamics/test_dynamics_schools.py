"""Single schools by year, with the word of each, what is hidden, and never a ranking."""

import re
from dataclasses import replace

import pytest
from own_region import AZOV, SALSK, series

from components.base.i18n import Words
from components.dynamics import rows, schools, tables
from components.dynamics import trend_sentences as said
from components.dynamics.choice import DynamicsView

RU = Words("ru")
FALLING, RISING = (40, 36, 31, 27, 22, 18), (10, 14, 19, 23, 28, 32)
STEADY = (20, 30, 20, 30, 20, 30)
SCHOOLS = {
    "S10": (series(*FALLING), SALSK, ()),
    "S2": (series(*RISING), SALSK, (2014,)),
    "S3": (series(*STEADY), SALSK, ()),
    "S4": (series(*FALLING) | {2016: (9, 4)}, SALSK, ()),
    "S5": (series(1, 1, 1, 1, 1, 1, participants=9), SALSK, ()),
    "S11": (series(3, 3, 3, 3, 3, 3, participants=30), SALSK, ()),
    "S12": (series(3, 3, 3, 3, 3, 3, participants=30), SALSK, ()),
    "A1": (series(*FALLING), AZOV, (2014, 2015)),
}
"""Small results hide with them two schools, of which neither could tell them by itself."""

OTHERS = {
    f"A{number}": (series(*(20 + (number + place) % 2 for place in range(6))), AZOV, ())
    for number in range(2, 22)
}
"""By their changes it is known how much of a change is chance."""

NAMES = {school: f"Школа № {school[1:]}" for school in SCHOOLS | OTHERS}


@pytest.fixture
def view(region):
    return region(SCHOOLS | OTHERS, NAMES)


def words_of(view):
    found = schools.verdicts(view)
    return dict(zip(found["school_id"], found["word"], strict=True))


def test_a_school_is_judged_against_the_rest_of_the_region(view):
    assert words_of(replace(view, municipality=SALSK)) == {
        "S2": "worse",
        "S3": "same",
        "S4": "better",
        "S5": "unknown",
        "S10": "better",
        "S11": "unknown",
        "S12": "unknown",
    }


def test_a_slope_stands_with_its_limits_and_only_where_it_is_judged(view):
    found = schools.verdicts(replace(view, municipality=SALSK)).set_index("school_id")
    own = (FALLING[-1] - FALLING[0]) / 5
    assert found.loc["S10", "slope"] == pytest.approx(own, abs=0.5)
    assert found.loc["S10", "low"] < found.loc["S10", "slope"] < found.loc["S10", "high"] < 0
    assert found.loc[["S5", "S11", "S12"], ["slope", "low", "high"]].isna().all(axis=None)


def test_a_hidden_year_has_no_changes_and_a_small_school_is_hidden(view):
    found = schools.verdicts(replace(view, municipality=SALSK)).set_index("school_id")
    assert found.loc[["S10", "S4"], "changes"].tolist() == [5, 3]
    assert found.loc[["S5", "S11"], "changes"].isna().all()
    assert found.loc["S12", "changes"] == 0  # 2016 alone, in which S4 hides in its place
    of_years = schools.series(replace(view, municipality=SALSK)).set_index(["school_id", "year"])
    assert of_years.loc[("S4", 2016), ["share", "participants"]].isna().all()
    assert of_years.loc[("S4", 2015), "share"] == FALLING[2]


def test_schools_stand_by_name_and_number_whatever_their_verdict(view):
    found = schools.verdicts(replace(view, municipality=SALSK))
    assert found["school"].tolist() == [f"Школа № {number}" for number in (2, 3, 4, 5, 10, 11, 12)]


def test_schools_of_a_cohort_stand_by_municipality(view):
    found = schools.verdicts(replace(view, cohort=2014))
    assert found["municipality"].tolist() == ["Азовский район", "Сальский район"]
    assert found["word"].tolist() == ["better", "worse"]
    assert found["entry_year"].tolist() == [2014, 2014]


def test_a_cohort_narrows_a_municipality(view):
    assert words_of(replace(view, cohort=2014, municipality=SALSK)) == {"S2": "worse"}
    assert words_of(replace(view, cohort=2015, municipality=SALSK)) == {}


def test_whose_schools_they_are_is_named(view):
    assert schools.whose(view, RU) == "когорта 2014"
    assert schools.whose(replace(view, municipality=SALSK), RU) == "Сальский район"
    both = replace(view, municipality=SALSK, cohort=2014)
    assert schools.whose(both, RU) == "Сальский район, когорта 2014"


def test_the_table_has_the_share_of_each_year_and_a_sign(view):
    html = tables.html(replace(view, municipality=SALSK), "schools")
    for number, sign in ((2, "▼"), (3, "●"), (10, "▲"), (5, "○")):
        assert html.count(f'school=S{number}" target="_self">{sign} Школа № {number}</a>') == 1
    shares = "".join(f"<td>{RU.percent(share)}</td>" for share in RISING)
    assert re.sub(' data-head="[^"]*"', "", html).count(shares) == 1
    assert html.count(RU("state.suppressed")) == 1 + 2 * 6 + 5  # S4 once, S5, S11 and S12


def test_without_a_verdict_the_table_has_years_and_no_column_of_refusals(region):
    html = tables.html(region(SCHOOLS, NAMES, municipality=SALSK), "schools")
    assert RU.percent(FALLING[0]) in html
    assert not any(sign in html for sign in ("○", "▲", "▼", "●"))
    assert RU("column.slope") not in html and "судить" not in html


def test_the_rows_of_the_file_are_those_of_each_year(view):
    found = rows.rows(replace(view, municipality=SALSK), "schools")
    keys = [key for key, _ in rows.COLUMNS["schools"]]
    assert set(keys) <= set(found.columns)
    assert len(found) == 7 * 6
    assert found["school_name"].tolist()[:6] == ["Школа № 2"] * 6
    assert found["share"].tolist()[:6] == list(RISING)
    assert found["trend"].tolist()[0] == RU("dynamics.trend_worse")


def test_without_a_municipality_or_cohort_there_are_no_schools(region):
    view = region({"S1": (series(*STEADY), SALSK, ())})
    assert words_of(view) == {}
    assert schools.whose(view, RU) == ""


def test_chance_is_too_large_for_a_verdict_on_a_school_and_the_page_says_from_which_year(
    built, monkeypatch
):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    view = DynamicsView("60", 2022, 2017, municipality=SALSK, indicator="IND-07-VPR")
    found = schools.trend_counts(view)
    assert found.total > 20 and found.judged == 0 and found.visible > 5
    text = said.finding(found, "школы", 2022, 0.05, RU)
    assert text == f"О тренде можно будет судить с {found.enough} года: школы"
    assert 2022 < found.enough <= 2022 + said.HORIZON
