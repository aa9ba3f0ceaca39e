"""The numbers of a view: which cohort, from which year, and when there are none."""

from dataclasses import replace

import pytest
from own_region import SALSK, YEARS, series

from components.base.i18n import Words
from components.base.pupils import seeing
from components.dynamics import changes, lines, places, rows, tables
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from queries.methods.net_change import NetChange
from queries.methods.refusal import Refusal

RU = Words("ru")
ROSTOV = DynamicsView("60", 2022, 2017, indicator="IND-07-VPR")


@pytest.fixture
def rostov(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))
    return ROSTOV


def test_the_last_cohort_with_a_later_year_is_in_colour(rostov):
    n = numbers(rostov)
    assert (n.cohort, n.base, n.last) == (2021, 2019, 2022)
    assert n.breaks == (2020,)
    assert isinstance(n.change, NetChange)


def test_a_chosen_cohort_starts_from_the_year_it_was_chosen_by(rostov):
    n = numbers(replace(rostov, cohort=2019))
    assert (n.cohort, n.base, n.last) == (2019, 2018, 2022)


@pytest.mark.parametrize(
    ("cohort", "reason"),
    [(2017, "no_baseline"), (2022, "no_later_year")],
)
def test_a_cohort_without_an_answer_is_refused_and_has_no_numbers(rostov, cohort, reason):
    view = replace(rostov, cohort=cohort)
    found = numbers(view).change
    assert isinstance(found, Refusal) and found.reason == reason
    assert changes.three(view).empty and rows.rows(view, "three").empty
    assert tables.html(view, "three") == ""


def test_the_file_of_the_three_numbers_holds_them_and_the_year_of_entry_as_they_are(rostov):
    found, change = rows.rows(rostov, "three"), numbers(rostov).change
    entry = change.entry
    assert found["points"].tolist() == [change.observed, change.expected, change.net, entry.amount]
    names = [RU(f"dynamics.{name}") for name in ("observed", "expected", "net_short")]
    assert found["amount"].tolist() == [*names, RU("dynamics.entry_short", year=2021)]
    limits = found[["from", "to"]].to_numpy()
    assert limits[2:].tolist() == [[change.low, change.high], [entry.low, entry.high]]
    assert found[["from", "to"]].iloc[:2].isna().all(axis=None)


def test_the_net_result_has_its_verdict_in_words_beside_the_sign(rostov):
    found = changes.three(rostov)
    assert found["verdict"].tolist() == ["", "", RU("dynamics.verdict_same")]
    assert found["sign"].ne("").equals(found["verdict"].ne(""))
    assert found["tooltip"].iloc[-1].endswith(RU("dynamics.verdict_same"))
    beside = changes.difference(replace(rostov, cohort=2019))
    assert len(beside) == 0 or beside["verdict"].ne("").all()


def test_settings_decide_what_is_enough(region):
    schools = {
        f"S{number}": (series(30, 30, 25, 20, 15, 10), SALSK, (2016,)) for number in range(6)
    }
    few = {f"N{number}": (series(10, 10, 10, 10, 10, 10), SALSK, ()) for number in range(50)}
    found = numbers(region(schools | few)).change
    assert isinstance(found, Refusal) and found.reason == "no_reference"
    assert found.details["least"] == 60


def varied(number, base):
    """Results of a school that differ for good from others', and a little from year to year."""
    level = base + number % 17
    return series(*(level + (7 * number + 5 * place * place) % 4 for place in range(6)))


def test_a_cohort_of_fewer_than_ten_has_an_interval_and_no_verdict(region):
    few = {f"S{number}": (varied(number, 40), SALSK, (2016,)) for number in range(9)}
    rest = {f"N{number}": (varied(number, 5), SALSK, ()) for number in range(80)}
    view = region(few | rest)
    found = numbers(view).change
    assert isinstance(found, NetChange) and found.withheld == "few_schools"
    net = changes.three(view).iloc[-1]
    assert (net["look"], net["verdict"]) == ("not_compared", RU("dynamics.verdict_not_compared"))
    assert net["low"] < net["high"]


@pytest.mark.parametrize("indicator", ["IND-07-OGE", "IND-07-EGE"])
def test_what_lists_are_made_of_foretells_examinations(rostov, indicator):
    with seeing("all"):  # the demonstration hides the share of a cohort at EGE
        found = numbers(replace(rostov, indicator=indicator)).change
    assert isinstance(found, NetChange)
    assert found.withheld != "no_list_history"


def test_a_subject_is_foretold_by_all_subjects_too(rostov):
    found = numbers(replace(rostov, subject="mathematics")).change
    assert not isinstance(found, Refusal) and found.withheld != "no_list_history"


def test_without_vpr_there_is_no_verdict_on_an_examination(region):
    few = {f"S{number}": (varied(number, 40), SALSK, (2016,)) for number in range(12)}
    rest = {f"N{number}": (varied(number, 5), SALSK, ()) for number in range(80)}
    scores = dict.fromkeys(few | rest, 50)
    view = replace(region(few | rest, scores=scores), indicator="IND-07-EGE")
    found = numbers(view).change
    assert isinstance(found, NetChange) and found.withheld == "no_list_history"


def test_the_comparison_goes_by_the_rule_of_the_list(rostov):
    """All schools of the demonstration's lists meet the rule of the settings."""
    for cohort in (2019, 2021):
        found = changes.compared(replace(rostov, cohort=cohort))
        assert not isinstance(found, Refusal) or found.reason != "other_rule"
    sizes = [changes.compared(replace(rostov, cohort=cohort)) for cohort in (2019, 2021)]
    assert any(not isinstance(one, Refusal) for one in sizes)


def test_a_list_of_another_rule_has_no_comparison(rostov):
    other = replace(rostov, region="75", first_year=2021, indicator="IND-07-OGE", cohort=2022)
    found = changes.compared(other)
    assert isinstance(found, Refusal)


def test_a_cohort_of_hidden_results_has_no_numbers(region):
    schools = {"S": (series(3, 3, 3, 3, 3, 3, participants=9), SALSK, (2016,))}
    schools |= {f"N{number}": (series(10, 10, 10, 10, 10, 10), SALSK, ()) for number in range(40)}
    found = numbers(region(schools)).change
    assert isinstance(found, Refusal) and found.reason == "suppressed"


def test_lines_have_a_point_for_each_shown_year_and_none_in_a_break(rostov):
    found = lines.rows(rostov, numbers(rostov), RU)
    assert set(found["year"]) == {2017, 2018, 2019, 2021, 2022}
    assert set(found["role"]) == {"main", "other", "reference"}
    assert found["low"].isna().all()
    banded = lines.rows(replace(rostov, band="on"), numbers(rostov), RU)
    own = banded[banded["role"].eq("main")]
    assert (own["low"] < own["share"]).all() and (own["share"] < own["high"]).all()


def test_lines_from_the_entry_start_there_and_leave_the_others_out(rostov):
    found = lines.rows(replace(rostov, since="entry"), numbers(rostov), RU)
    assert "reference" not in set(found["role"])
    assert (found["x"] == found["year"] - found["entry_year"]).all()


def test_municipalities_are_judged_in_the_five_years_of_the_demonstration(rostov):
    found = places.trend_counts(rostov)
    assert found.total == 55 and found.judged > 50
    series = places.series(rostov)
    known = series[series["word"].ne("unknown")]
    assert set(known["changes"]) == {3}, "2017, 2018, 2019 and 2021, 2022: none over 2020"
    assert known["slope"].between(known["low"], known["high"]).all()
    assert RU("column.slope") in tables.html(rostov, "places")
    assert set(rows.rows(rostov, "places")["trend_changes"]) <= {0, 1, 2, 3}


def test_of_two_years_the_year_that_will_be_enough_is_told(rostov):
    view = replace(rostov, region="75", first_year=2021, indicator="IND-07-OGE")
    found = places.trend_counts(view)
    assert (found.judged, found.enough) == (0, 2024)
    assert RU("dynamics.trend_from", year=2024) in set(places.series(view)["trend"])
    assert RU("column.slope") not in tables.html(view, "places")


def test_a_region_of_one_municipality_has_no_trend_and_its_years(region):
    schools = {"S": (series(40, 36, 31, 27, 22, 18), SALSK, (2016,))}
    found = places.series(region(schools))
    assert set(found["word"]) == {"unknown"}
    assert set(found["trend"]) == {RU("dynamics.trend_unknown")}
    assert len(found) == len(YEARS) and found["share"].tolist()[0] == 40


def test_a_file_names_the_cohort_that_its_filters_do_not(rostov):
    assert tables._about(rostov, "three") == " · когорта 2021, 2019–2022"
    assert tables._about(rostov, "comparison") == " · когорта 2021"
    assert tables._about(rostov, "schools") == " · когорта 2021"
    here = replace(rostov, municipality=SALSK)
    assert tables._about(here, "schools") == " · Сальский район"
    assert tables._about(rostov, "places") == ""
