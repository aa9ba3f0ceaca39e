"""Expansion of a real road map against a list by hand; refusals; properties of any rule."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.demo import roadmaps, tables
from queries.methods.deadline_dates import last_day, window
from queries.methods.deadlines import KINDS, Refused, Rule, first_day, occurrences, parse

FACTS = Path(__file__).parents[3] / "data" / "facts" / "road_map_measure.csv"
YEARS = (2020, 2022)
WHOLE = (date(2019, 1, 1), date(2024, 12, 31))

MONTHLY = [(year, month) for year in (2020, 2021, 2022) for month in range(1, 13)][5:]
EXPECTED = {
    "1.1": ("once", ["2020-06-01 2020-06-30"]),
    # The window before the map ended in April 2020; the one of October 2022 ends after the map.
    "2.1": ("yearly_window", ["2020-10-01 2021-04-30", "2021-10-01 2022-04-30"]),
    # Open when the map began in June: due in July 2020 all the same, from the map's first day.
    "2.2": (
        "yearly_window",
        ["2020-06-01 2020-07-31", "2021-05-01 2021-07-31", "2022-05-01 2022-07-31"],
    ),
    "2.3": (
        "yearly_window",
        ["2020-08-01 2020-08-31", "2021-08-01 2021-08-31", "2022-08-01 2022-08-31"],
    ),
    # «2020–2021 в течение года»: "of the year" is read as within each of the two.
    "3.1": ("all_year", ["2020-06-01 2020-12-31", "2021-01-01 2021-12-31"]),
    "3.2": (
        "yearly_window",
        ["2020-09-01 2020-10-31", "2021-09-01 2021-10-31", "2022-09-01 2022-10-31"],
    ),
    # The schedule of courses is not in the map: a last possible day is known, a deadline is not.
    "3.3": (
        "by_schedule",
        ["2020-06-01 2020-12-31", "2021-01-01 2021-12-31", "2022-01-01 2022-12-31"],
    ),
    # A comma: two months of one day each, not October to March. March 2020 was before the map.
    "3.4": (
        "yearly_months",
        [
            "2020-10-01 2020-10-31",
            "2021-03-01 2021-03-31",
            "2021-10-01 2021-10-31",
            "2022-03-01 2022-03-31",
            "2022-10-01 2022-10-31",
        ],
    ),
    # October 2019 to May 2020 ended on the day before the map began.
    "3.5": ("yearly_window", ["2020-10-01 2021-05-31", "2021-10-01 2022-05-31"]),
    "3.6": ("yearly_window", ["2020-09-01 2021-04-30", "2021-09-01 2022-04-30"]),
    # «2020–2022» names January 2020 too, but the map has no month before June.
    "3.7": ("monthly_at_least", [f"{y}-{m:02}-01 {last_day(y, m)}" for y, m in MONTHLY]),
    # «2020–2021 октябрь–ноябрь» is read as each of the two years; on demand adds no due date.
    "4.1": ("yearly_window", ["2020-10-01 2020-11-30", "2021-10-01 2021-11-30"]),
    "4.2": ("once", ["2020-10-01 2020-11-30"]),
    "4.3": ("by_schedule", ["2020-09-01 2021-05-31", "2021-09-01 2022-05-31"]),
}


def measures():
    with FACTS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def spans(rule, first=WHOLE[0], last=WHOLE[1]):
    return [f"{one.start} {one.due}" for one in occurrences(rule, first, last)]


def of_wording(words, years=YEARS, **columns):
    return parse({"deadline_as_written": words} | columns, *years)


def test_the_map_begins_with_the_measure_that_makes_it():
    assert first_day(measures(), *YEARS) == date(2020, 6, 1)
    assert first_day(measures()[1:], *YEARS) == date(2020, 1, 1)
    assert first_day([], *YEARS) == date(2020, 1, 1)


@pytest.mark.parametrize("measure", measures(), ids=lambda measure: measure["measure_no"])
@pytest.mark.parametrize("alone", [False, True], ids=["columns", "wording alone"])
def test_measures_of_the_real_map(measure, alone):
    wording = measure["deadline_as_written"]
    row = {"deadline_as_written": wording} if alone else measure
    rule = parse(row, *YEARS, date(2020, 6, 1))
    kind, expected = EXPECTED[measure["measure_no"]]
    assert (rule.kind, spans(rule), rule.wording) == (kind, expected, wording)
    assert rule.at_least == (2 if measure["measure_no"] == "3.7" else 1)
    assert rule.on_demand == (measure["measure_no"] in ("4.1", "4.2"))
    dated = {one.dated for one in occurrences(rule, *WHOLE)}
    assert dated == {measure["measure_no"] not in ("3.3", "4.3")}


def test_every_real_measure_is_expected():
    assert [measure["measure_no"] for measure in measures()] == list(EXPECTED)


def test_due_dates_of_the_demonstration_are_those_of_the_rules():
    for measure_id, days in roadmaps.REAL_DUE:
        expected = EXPECTED[measure_id.split("/")[1]][1]
        assert tuple(span.split()[1] for span in expected) == days
    due = tables.measures().set_index("measure_no")
    for row in roadmaps.measure_rows().to_dict("records"):
        month, day = due.loc[row["measure_no"], ["due_month", "due_day"]]
        found = occurrences(parse(row, *roadmaps.YEARS), *WHOLE)
        assert [one.due for one in found] == [date(year, month, day) for year in roadmaps.YEARS]


def test_what_is_on_demand_or_by_a_schedule_not_given_is_never_overdue():
    late = date(2030, 1, 1)
    assert occurrences(of_wording("По требованию"), *WHOLE) == []
    assert not any(one.overdue(late) for one in occurrences(of_wording("по графику"), *WHOLE))
    (one,) = occurrences(of_wording("июнь 2020"), *WHOLE)
    assert [one.overdue(date(2020, 6, 30)), one.overdue(date(2020, 7, 1))] == [False, True]


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("Сентябрь 2021 г.", "once", ["2021-09-01 2021-09-30"]),
        ("в октябре 2021 года", "once", ["2021-10-01 2021-10-31"]),
        ("Октябрь 2020 – апрель 2021", "once", ["2020-10-01 2021-04-30"]),
        ("в течение 2021 года", "once", ["2021-01-01 2021-12-31"]),
        ("октябрь, март 2021", "yearly_months", ["2021-03-01 2021-03-31", "2021-10-01 2021-10-31"]),
        ("с ноября по февраль 2020-2022 ежегодно", "yearly_window",
         ["2020-11-01 2021-02-28", "2021-11-01 2022-02-28"]),
        ("ежегодно – февраль", "yearly_window",
         ["2020-02-01 2020-02-29", "2021-02-01 2021-02-28", "2022-02-01 2022-02-28"]),
        ("2021, сентябрь-октябрь, март", "yearly_months",
         ["2021-03-01 2021-03-31", "2021-09-01 2021-10-31"]),
        ("май 2020, 2021, 2022", "yearly_window",
         ["2020-05-01 2020-05-31", "2021-05-01 2021-05-31", "2022-05-01 2022-05-31"]),
        ("постоянно", "all_year",
         ["2020-01-01 2020-12-31", "2021-01-01 2021-12-31", "2022-01-01 2022-12-31"]),
        ("по мере поступления заявок школ", "on_demand", []),
        ("При необходимости", "on_demand", []),
        ("май 2021 по плану работы ИМЦ", "by_schedule", ["2021-05-01 2021-05-31"]),
    ],
)  # fmt: skip
def test_wordings_of_other_maps(words, kind, expected):
    rule = of_wording(words)
    assert (rule.kind, spans(rule), rule.wording) == (kind, expected, words)


@pytest.mark.parametrize(
    ("words", "times", "months"),
    [
        ("ежемесячно", 1, 36),
        ("не реже одного раза в месяц", 1, 36),
        ("три раза в месяц 2021", 3, 12),
        ("не менее двух раз в месяц, октябрь-апрель ежегодно", 2, 21),
    ],
)
def test_times_a_month(words, times, months):
    found = occurrences(of_wording(words), *WHOLE)
    assert ({one.at_least for one in found}, len(found)) == ({times}, months)


@pytest.mark.parametrize(
    ("words", "reason", "part"),
    [
        ("", "nothing_said", ""),
        ("маршрут", "unknown_words", "маршрут"),
        ("после праздников, май 2021", "unknown_words", "после праздников"),
        ("до 15 сентября 2021", "not_whole_months", "до 15"),
        ("01.09.2021", "not_whole_months", "01.09"),
        ("по плану до мая", "not_whole_months", "до"),
        ("Ежеквартально", "not_whole_months", "ежеквартально"),
        ("2 раза в год", "not_whole_months", "2 раза"),
        ("в течение учебного года", "not_whole_months", "учебного года"),
        ("октябрь", "year_missing", ""),
        ("однократно", "year_missing", ""),
        ("июнь 2019", "outside_map", ""),
        ("2020-2022", "dates_unclear", ""),
        ("октябрь-апрель 2020-2021", "dates_unclear", ""),
        ("сентябрь 2020, март 2021", "dates_unclear", "сентябрь 2020, март 2021"),
        ("ежегодно с октября", "dates_unclear", "ежегодно с октября"),
        ("ежегодно май-июнь-июль", "dates_unclear", "ежегодно май-июнь-июль"),
        ("по плану примерно май 2021", "unknown_words", "примерно"),
        ("с учётом итогов, май 2021", "unknown_words", "с учетом итогов"),
        ("2020, 2022 октябрь", "dates_unclear", "2020, 2022 октябрь"),
        ("апрель 2021 - октябрь 2020", "dates_unclear", "апрель 2021 - октябрь 2020"),
        ("июнь 2021 в течение года", "recurrence_differs", ""),
        ("однократно, ежегодно май", "recurrence_differs", ""),
    ],
)
def test_what_cannot_be_read_is_refused_in_its_own_words(words, reason, part):
    assert of_wording(words) == Refused(words, reason, part)


@pytest.mark.parametrize(
    ("words", "columns", "reason"),
    [
        ("Ежегодно, март", {"recurrence": "yearly", "months": "10"}, "months_differ"),
        ("Июнь 2021", {"recurrence": "once", "start": "2022-06"}, "years_differ"),
        ("Ежегодно, март", {"recurrence": "once", "months": "3"}, "recurrence_differs"),
        ("2 раза в месяц", {"recurrence": "at least 3 times a month"}, "recurrence_differs"),
        ("Май", {"recurrence": "once", "start": "2021-06", "end": "2021-06", "months": "5"},
         "months_differ"),
        ("Май", {"recurrence": "yearly", "months": "13"}, "columns_unreadable"),
        ("Май", {"recurrence": "yearly", "start": "2021-13"}, "columns_unreadable"),
        ("Май", {"recurrence": "yearly", "start": "2022", "end": "2021"}, "columns_unreadable"),
        ("Май", {"recurrence": "ежеквартально", "months": "5"}, "not_whole_months"),
        ("До 15 мая", {"recurrence": "yearly", "months": "5"}, "not_whole_months"),
        ("Весной", {"recurrence": "как обычно", "months": "5"}, "unknown_words"),
    ],
)  # fmt: skip
def test_columns_that_contradict_the_wording_are_refused(words, columns, reason):
    refused = of_wording(words, **columns)
    assert (refused.reason, refused.wording) == (reason, words)


def test_known_columns_excuse_words_that_only_tell_more():
    rule = of_wording("Весной, по итогам года", recurrence="yearly", months="3;4;5", start=None)
    assert spans(rule)[0] == "2020-03-01 2020-05-31"
    only_start = of_wording("Ежегодно, май", recurrence="yearly", start="2021", end=float("nan"))
    assert spans(only_start) == ["2021-05-01 2021-05-31", "2022-05-01 2022-05-31"]
    to_the_day = of_wording("Однократно", recurrence="once", start="2021-05-11", end="2021-05-14")
    assert spans(to_the_day) == ["2021-05-11 2021-05-14"]


def test_the_wording_tells_separate_months_from_a_range():
    columns = {"recurrence": "ежегодно", "months": "9;10"}
    assert of_wording("Сентябрь, октябрь", **columns).windows == ((9,), (10,))
    assert of_wording("Сентябрь-октябрь", **columns).windows == ((9, 10),)
    assert of_wording("Ежегодно", **columns).windows == ((9, 10),)
    assert of_wording("Ежегодно", recurrence="yearly", months="10;3").windows == ((10,), (3,))


def test_a_year_that_the_rule_leaves_early_is_due_on_its_last_day():
    rule = of_wording("Постоянно", recurrence="continuous", start="2021-09", end="2022-05")
    assert spans(rule) == ["2021-09-01 2021-12-31", "2022-01-01 2022-05-31"]


DAYS = st.dates(date(2018, 1, 1), date(2027, 12, 31))
MONTHS = st.integers(1, 12)


@st.composite
def rules(draw):
    kind = draw(st.sampled_from(KINDS))
    windows = tuple(draw(st.lists(st.builds(window, MONTHS, MONTHS), max_size=4)))
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    return Rule(kind, windows if kind != "on_demand" else (), first, last, 1, False, "")


@given(rules(), st.tuples(DAYS, DAYS).map(sorted), DAYS)
def test_occurrences_are_sorted_inside_and_stable_under_splitting(rule, days, split):
    first, last = days
    found = occurrences(rule, first, last)
    assert found == sorted(set(found))
    assert all(first <= one.due <= last for one in found)
    assert all(rule.first <= one.start <= one.due <= rule.last for one in found)
    split = min(max(split, first), last)
    parts = occurrences(rule, first, split) + occurrences(rule, split + timedelta(1), last)
    assert parts == found


@given(rules())
def test_a_window_is_due_once_a_year_at_most(rule):
    for months in rule.windows:
        alone = Rule("yearly_window", (months,), rule.first, rule.last, 1, False, "")
        years = [one.due.year for one in occurrences(alone, *WHOLE)]
        assert len(years) == len(set(years))


@given(st.text("мартйюнь-, 2021годежпсни.", max_size=40))
def test_any_text_is_read_or_refused(text):
    found = of_wording(text)
    assert found.wording == text
    if isinstance(found, Rule):
        assert found.kind in KINDS
        occurrences(found, *WHOLE)
    else:
        assert found.reason
