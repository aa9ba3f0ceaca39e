"""A decision stands somewhere on every day, and a signal that nobody knows of is not gone."""

import datetime as dt
from itertools import product

import pandas as pd
import pytest

from queries.methods.decided import stood, turned
from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.signals import SIGNALS

DAY = dt.date(2022, 6, 1)


@pytest.mark.parametrize(
    ("due", "done", "state", "days"),
    [
        (dt.date(2022, 6, 2), None, "open", 0),
        (dt.date(2022, 6, 1), None, "late", 0),
        (dt.date(2022, 5, 31), None, "late", 1),
        (dt.date(2022, 5, 31), dt.date(2022, 6, 2), "late", 1),
        (dt.date(2022, 5, 1), dt.date(2022, 6, 1), "done", 31),
        (dt.date(2022, 6, 30), dt.date(2022, 6, 1), "done", 0),
        (None, None, "no_term", 0),
        (None, dt.date(2022, 5, 1), "done", 0),
    ],
)
def test_a_decision_stands_where_its_days_put_it(due, done, state, days):
    found = stood(pd.DataFrame({"due_date": [due], "done_date": [done]}), DAY).iloc[0]
    assert (found["state"], found["days_late"]) == (state, days)


def test_every_turn_of_a_signal_has_its_word():
    said = {
        (was, now): turned(dict.fromkeys(SIGNALS, was), dict.fromkeys(SIGNALS, now)).get("low")
        for was, now in product((YES, NO, UNKNOWN), repeat=2)
    }
    assert said == {
        (YES, YES): "kept",
        (YES, NO): "gone",
        (YES, UNKNOWN): "unknown",
        (NO, YES): "new",
        (UNKNOWN, YES): "new",
        **dict.fromkeys([(NO, NO), (NO, UNKNOWN), (UNKNOWN, NO), (UNKNOWN, UNKNOWN)]),
    }
