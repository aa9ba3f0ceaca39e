"""What of a view the page can show, and what of it decides the numbers."""

import pytest

from components.dynamics import choice
from components.dynamics.question import asked, plain
from queries.view import View

VPR = View("60", 2022, 2017, indicator="IND-07-VPR")


@pytest.fixture(autouse=True)
def demonstration(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.mark.parametrize(
    "changes",
    [{"municipality": "60650000"}, {"first_year": 2019}, {"part": "funnel"}, {"language": "en"}]
    + [{"since": "entry"}, {"panel": "fixed"}, {"band": "on"}, {"display": "map"}],
)
def test_what_changes_no_number_is_dropped(changes):
    assert asked(VPR.but(**changes)) == asked(VPR)


@pytest.mark.parametrize(
    "changes",
    [{"year": 2021}, {"indicator": "IND-07-OGE"}, {"subject": "russian"}, {"schools": "rural"}],
)
def test_what_changes_the_numbers_is_kept(changes):
    assert asked(VPR.but(**changes)) != asked(VPR)
    assert plain(VPR.but(**changes)) != plain(VPR)


def test_which_cohort_is_in_colour_decides_its_change_and_not_the_results():
    assert asked(VPR.but(cohort=2019)) != asked(VPR)
    assert plain(VPR.but(cohort=2019)) == plain(VPR)


def test_a_view_of_pupils_shares_stays_as_it_is():
    view = VPR.but(subject="russian", schools="rural", value="share")
    assert choice.narrowed(view) == view


def test_what_the_page_cannot_show_falls_back():
    view = View("60", 2022, 2017, indicator="IND-19", subject="mathematics_base")
    found = choice.narrowed(view.but(schools="low_performing"))
    assert (found.indicator, found.subject, found.schools) == ("IND-07-VPR", "all", "all")


def test_only_subjects_of_the_procedure_are_offered():
    assert "mathematics_profile" not in choice.possible(VPR)["subject"]
    assert "mathematics_profile" in choice.possible(VPR.but(indicator="IND-07-EGE"))["subject"]


def test_low_performing_schools_are_not_offered():
    assert "low_performing" not in choice.possible(VPR)["schools"]
