"""Stated numbers beside names: nobody is guessed."""

import pandas as pd

from queries.methods import attendance

CONFERENCE = {
    "municipalities_took_part": 41.0,
    "municipalities_absent_with_schools": 9.0,
    "municipalities_absent_no_schools": 5.0,
    "participants": 185.0,
}


def states(stated, named, municipalities):
    found = attendance.states(stated, pd.Series(named, dtype=str), municipalities)
    return {row.state: (row.municipalities, row.named) for row in found.itertuples()}


def test_the_three_states_of_the_conference_are_kept_apart():
    assert states(CONFERENCE, ["absent"] * 9, 55) == {
        "took_part": (41, 0),
        "absent": (9, 9),
        "absent_no_schools": (5, 0),
    }


def test_a_region_that_names_everybody_needs_no_stated_number():
    assert states({}, ["took_part", "took_part", "absent"], 5) == {
        "took_part": (2, 2),
        "absent": (1, 1),
        "absent_no_schools": (0, 0),
        "unknown": (2, 0),
    }


def test_more_names_than_stated_are_all_counted():
    assert states({"municipalities_took_part": 1.0}, ["took_part"] * 2, 2)["took_part"] == (2, 2)


def test_one_municipality_that_nothing_is_known_of_is_counted():
    assert states(CONFERENCE, ["absent"] * 9, 56)["unknown"] == (1, 0)
