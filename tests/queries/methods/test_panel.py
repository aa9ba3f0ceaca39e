"""Results as schools × years: which are kept, and how one procedure's lie over another's."""

import numpy as np
import pandas as pd

from queries.methods.panel import panel_of


def rows(*found):
    names = ("school_id", "oktmo", "entry_year", "year", "participants", "below")
    return pd.DataFrame(found, columns=names)


ROWS = rows(
    ("b", "60601000", 2018, 2017, 20, 5),
    ("a", "60602000", None, 2017, 30, 3),
    ("a", "60602000", None, 2018, 9, 3),
    ("c", "60603000", 0, 2018, 9, 1),
)


def test_schools_years_and_their_places_stand_in_order():
    panel = panel_of(ROWS, 10)
    assert panel.schools.tolist() == ["a", "b", "c"]
    assert panel.years.tolist() == [2017, 2018]
    assert panel.entry.tolist() == [0, 2018, 0]
    assert panel.municipality.tolist() == ["60602000", "60601000", "60603000"]
    assert np.isnan(panel.participants[:, 1]).all()


def test_schools_without_a_year_that_counts_are_left_out():
    panel = panel_of(ROWS, 10).counted()
    assert panel.schools.tolist() == ["a", "b"]
    assert panel.municipality.tolist() == ["60602000", "60601000"]
    assert panel.participants[:, 0].tolist() == [30, 20]


def test_one_procedure_is_laid_over_the_schools_of_another():
    other = rows(("b", "60601000", 0, 2017, 50, 25), ("z", "60601000", 0, 2017, 50, 1))
    laid = panel_of(other, 10, [2017, 2018]).laid_over(panel_of(ROWS, 10))
    assert laid.schools.tolist() == ["a", "b", "c"]
    assert laid.entry.tolist() == [0, 2018, 0]
    assert laid.below[1, 0] == 25
    assert np.isnan(laid.below).sum() == 5


def test_of_nobody_there_is_nothing_to_lay():
    laid = panel_of(ROWS[:0], 10, [2017, 2018]).laid_over(panel_of(ROWS, 10))
    assert np.isnan(laid.participants).all()
