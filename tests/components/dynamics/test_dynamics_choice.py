"""What of a view the page can show, and what of it decides the numbers."""

from dataclasses import replace

import pytest

from components.dynamics import offer
from components.dynamics.choice import DynamicsView, numbers_key, results_key

VPR = DynamicsView("60", 2022, 2017, indicator="IND-07-VPR")


@pytest.fixture(autouse=True)
def demonstration(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.mark.parametrize(
    "changes",
    [{"municipality": "60650000"}, {"first_year": 2019}, {"part": "funnel"}, {"language": "en"}]
    + [{"since": "entry"}, {"panel": "fixed"}, {"band": "on"}, {"value": "share"}],
)
def test_what_changes_no_number_is_dropped(changes):
    assert numbers_key(replace(VPR, **changes)) == numbers_key(VPR)


@pytest.mark.parametrize(
    "changes",
    [{"year": 2021}, {"indicator": "IND-07-OGE"}, {"subject": "russian"}, {"schools": "rural"}],
)
def test_what_changes_the_numbers_is_kept(changes):
    assert numbers_key(replace(VPR, **changes)) != numbers_key(VPR)
    assert results_key(replace(VPR, **changes)) != results_key(VPR)


def test_which_cohort_is_in_colour_decides_its_change_and_not_the_results():
    assert numbers_key(replace(VPR, cohort=2019)) != numbers_key(VPR)
    assert results_key(replace(VPR, cohort=2019)) == results_key(VPR)


def test_a_view_of_pupils_shares_stays_as_it_is():
    view = replace(VPR, subject="russian", schools="rural", value="share")
    assert offer.narrowed(view) == view


def test_what_the_page_cannot_show_falls_back():
    view = DynamicsView("60", 2022, 2017, indicator="IND-19", subject="mathematics_base")
    found = offer.narrowed(replace(view, schools="low_performing"))
    assert (found.indicator, found.subject, found.schools) == ("IND-07-VPR", "all", "all")


def test_only_subjects_of_the_procedure_are_offered():
    assert "mathematics_profile" not in offer.possible(VPR)["subject"]
    assert "mathematics_profile" in offer.possible(replace(VPR, indicator="IND-07-EGE"))["subject"]


def test_low_performing_schools_are_not_offered():
    assert "low_performing" not in offer.possible(VPR)["schools"]
