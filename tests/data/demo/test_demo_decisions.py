"""Decisions of the demonstration: of listed invented schools, by roles, done or not by its end."""

import pandas as pd
import pytest

from data.intake.declared.nameless import names_a_person

MEETINGS = ["2021-10-14", "2022-03-17", "2022-10-13"]


@pytest.fixture(scope="module")
def decisions(rows):
    return rows("school_decision")


def test_each_meeting_decides_on_ten_listed_schools_of_its_year(decisions, status):
    assert decisions.groupby("decided_on").size().to_dict() == dict.fromkeys(MEETINGS, 10)
    listed = status[status["low_performing"]].groupby("year")["school_id"].apply(set)
    for row in decisions.itertuples():
        assert row.school_id in listed[int(row.decided_on[:4])]
    assert decisions["source"].eq("demonstration").all() and decisions["decision_id"].is_unique


def test_terms_follow_decisions_and_nothing_is_known_of_later_years(decisions):
    days = decisions[["decided_on", "due_date", "done_date"]].apply(pd.to_datetime)
    assert days["due_date"].gt(days["decided_on"]).all()
    done = days[days["done_date"].notna()]
    assert done["done_date"].gt(done["decided_on"]).all()
    assert done["done_date"].max() <= pd.Timestamp("2022-12-31")
    assert 15 < len(done) < 28


def test_responsible_are_roles(decisions):
    assert not decisions["responsible"].map(names_a_person).any()
    assert not decisions["decision"].map(names_a_person).any()
