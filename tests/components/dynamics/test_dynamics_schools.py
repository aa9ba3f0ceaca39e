"""Verdicts of single schools: the word of each, what is hidden, and never a ranking."""

from dataclasses import replace

import numpy as np
import pytest
from own_region import AZOV, SALSK, series

from components.base.i18n import Words
from components.dynamics import rows, schools, tables
from components.dynamics import sentences as said
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

NAMES = {school: f"Школа № {school[1:]}" for school in SCHOOLS}


@pytest.fixture
def view(region):
    return region(SCHOOLS, NAMES)


def words_of(view):
    found = schools.verdicts(view)
    return dict(zip(found["school_id"], found["word"], strict=True))


def test_six_years_without_a_break_are_judged(view):
    assert words_of(replace(view, municipality=SALSK)) == {
        "S2": "worse",
        "S3": "same",
        "S4": "unknown",
        "S5": "unknown",
        "S10": "better",
        "S11": "unknown",
        "S12": "unknown",
    }


def test_a_slope_stands_with_its_limits_and_only_where_it_is_judged(view):
    found = schools.verdicts(replace(view, municipality=SALSK)).set_index("school_id")
    line = np.polyfit(range(6), FALLING, 1)[0]
    assert found.loc["S10", "slope"] == pytest.approx(line)
    assert found.loc["S10", "low"] < line < found.loc["S10", "high"] < 0
    assert found.loc[["S4", "S5"], ["slope", "low", "high"]].isna().all(axis=None)


def test_a_small_year_ends_the_run_and_a_small_school_is_hidden(view):
    found = schools.verdicts(replace(view, municipality=SALSK)).set_index("school_id")
    assert found.loc["S10", "points"] == 6
    assert found.loc["S4", "points"] == 2
    assert found.loc[["S5", "S11"], "points"].isna().all()
    assert found.loc["S12", "points"] == 1  # 2016, in which S4 hides in its place
    html = tables.html(replace(view, municipality=SALSK), "schools")
    assert html.count(RU("state.suppressed")) == 2


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


def test_the_table_says_each_verdict_by_sign_and_word(view):
    html = tables.html(replace(view, municipality=SALSK), "schools")
    for word, sign in (("worse", "▼"), ("same", "●"), ("better", "▲")):
        assert html.count(f"<td>{sign} {RU(f'dynamics.trend_{word}')}</td>") == 1
    assert html.count(f"<td>○ {RU('dynamics.trend_unknown')}</td>") == 4


def test_the_rows_of_the_file_are_those_of_the_table(view):
    found = rows.rows(replace(view, municipality=SALSK), "schools")
    keys = [key for key, _ in rows.COLUMNS["schools"]]
    assert set(keys) <= set(found.columns)
    assert found["school_name"].tolist()[0] == "Школа № 2"
    assert found["trend"].tolist()[0] == RU("dynamics.trend_worse")


def test_without_a_municipality_or_cohort_there_are_no_schools(region):
    view = region({"S1": (series(*STEADY), SALSK, ())})
    assert words_of(view) == {}
    assert schools.whose(view, RU) == ""


def test_a_break_leaves_too_few_years_and_the_page_says_so(built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    view = DynamicsView("60", 2022, 2017, municipality=SALSK, indicator="IND-07-VPR")
    found = words_of(view)
    assert len(found) > 20 and set(found.values()) == {"unknown"}
    text = said.school_trends(list(found.values()), schools.whose(view, RU), 0.05, RU)
    assert text.startswith(f"{len(found)} школ")
    assert "Сальский район): недостаточно данных для вывода о тренде" in text
