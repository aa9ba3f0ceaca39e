"""What an office program draws has the values of the rows, gaps for what is not there, no zeros."""

import pandas as pd

from components.slides import natives

YEARS = pd.DataFrame(
    {
        "year": [2021, 2020, 2022, 2020],
        "group": ["A", "A", "B", "B"],
        "share": [12.5, 10.0, float("nan"), 30.0],
    }
)


def values(native):
    return {series.name: series.values for series in native.series}


def test_a_year_without_a_row_or_a_number_is_a_gap():
    made = natives.split("lines", "year", "group", "share", "%")(YEARS)
    assert made.kind == "lines" and made.unit == "%"
    assert made.categories == ("2020", "2021", "2022")
    assert values(made) == {"A": (10.0, 12.5, None), "B": (30.0, None, None)}


def test_of_many_series_the_first_are_drawn():
    made = natives.split("lines", "year", "group", "share", most=1)(YEARS)
    assert list(values(made)) == ["A"] and made.categories == ("2020", "2021", "2022")


def test_columns_are_series_of_the_first_rows():
    rows = pd.DataFrame({"name": list("abc"), "n": [3, 0, 2], "of": [4, 1, 2]})
    made = natives.columns("bars", "name", {"n": "covered", "of": "all"}, most=2)(rows)
    assert made.categories == ("a", "b")
    assert values(made) == {"covered": (3.0, 0.0), "all": (4.0, 1.0)}


def test_a_waterfall_knows_which_steps_stand_from_zero():
    rows = pd.DataFrame(
        {"part": ["2019", "left", "2022"], "x": [20.0, -2.5, 17.5], "total": [True, False, True]}
    )
    draw = natives.waterfall("part", "x", "%", lambda rows: rows["total"])
    made = draw(rows)
    assert made.kind == "waterfall" and made.totals == (0, 2)
    assert made.series[0].values == (20.0, -2.5, 17.5)
    hidden = rows.assign(x=[20.0, float("nan"), 17.5])
    assert draw(hidden) is None


def test_without_any_number_nothing_is_drawn():
    rows = pd.DataFrame({"name": ["a"], "n": [float("nan")]})
    assert natives.columns("bars", "name", {"n": "n"})(rows) is None
    assert natives.columns("bars", "name", {"n": "n"})(rows.head(0)) is None
