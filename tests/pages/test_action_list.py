"""Signals, the action list and what came of decisions, recounted slowly from the files."""

from dataclasses import replace
from datetime import date

import pytest

from components.base.decided import followed
from components.base.i18n import Words
from components.base.load import one_version
from components.base.pupils import seeing
from components.base.rights import Right, reading_as
from components.base.signals import flags
from components.decisions import meeting_rows, power, power_part, rows
from components.decisions.choice import DecisionsView
from components.decisions.meeting import meeting
from components.decisions.numbers import numbers
from queries.methods.identification import NO, UNKNOWN, YES
from queries.methods.net_change import NetChange
from queries.methods.refusal import Refusal
from queries.methods.signals import SIGNALS
from tests.pages import seen
from tests.queries import plain_signals as slow
from tests.queries.plain_counts import Files

ROSTOV = DecisionsView(region="60", year=2022, first_year=2017)
MARKS = {True: YES, False: NO, None: UNKNOWN}
SALSK = "60650000"
MEETING = replace(ROSTOV, meeting="2021-10-14")


@pytest.fixture(scope="module")
def plain(built):
    return Files(built.facts, built.inputs)


@pytest.fixture(autouse=True)
def reading(built):
    """Read the version of the first start, as a reader who sees every school."""
    with one_version(built.version), reading_as(Right(writes=True)):
        yield


def told(view):
    found = flags(view)
    marks = zip(*(found[name] for name in SIGNALS), strict=True)
    return dict(zip(found["school_id"], marks, strict=True))


@pytest.mark.parametrize(
    ("region", "day"), [("60", "2022-12-31"), ("60", "2021-10-14"), ("75", "2022-06-30")]
)
def test_signals_are_those_of_the_files(plain, region, day):
    year = int(day[:4])
    found = told(DecisionsView(region, year, year, on=day))
    expected = {
        school: tuple(MARKS[each] for each in marks)
        for school, marks in slow.signals(plain, region, day).items()
    }
    assert {school: found[school] for school in expected} == expected and expected
    others = found.keys() - expected.keys()
    assert all(found[one][:3] == (UNKNOWN,) * 3 for one in others)


def test_the_list_has_those_with_most_signals_and_the_whole_tie(plain):
    many = {
        school: sum(mark is True for mark in marks)
        for school, marks in slow.signals(plain, "60", "2022-12-31").items()
    }
    for visits in (1, 5, 12, 40, 60):
        n = numbers(replace(ROSTOV, visits=visits))
        on, tied = set(n.chosen["school_id"]), set(n.tied["school_id"])
        least = min((many[one] for one in on | tied), default=0)
        assert {one for one, count in many.items() if count >= max(least, 1)} == on | tied
        assert len(on) == n.on_list <= visits
        assert not tied or len(on | tied) > visits == len(on) + n.room
        assert n.signalled == sum(count > 0 for count in many.values())


def test_each_signal_is_explained_and_nobody_without_a_reason():
    found = rows.every(replace(ROSTOV, visits=40))
    on = found[found["signals"].gt(0)]
    said = on["why"].str.split(r"; ", regex=True).str.len()
    assert said.eq(on["signals"]).all()
    assert on["why"].str.contains("нет|nan|None").sum() == 0
    out = rows.of_part(replace(ROSTOV, region="75", visits=12), "left_out")
    assert len(out) and out["unknown_why"].ne("").all()


def test_results_are_read_in_the_internal_view_alone():
    outside = flags(ROSTOV)
    with seeing("all"):
        inside = flags(ROSTOV)
    assert outside["by_rule"].eq(UNKNOWN).all() and outside["result_worse"].eq(UNKNOWN).all()
    assert outside["was"].isna().all()
    assert inside["result_worse"].ne(UNKNOWN).sum() > 900
    assert 0 < inside["result_worse"].eq(YES).sum() < 15
    before = replace(ROSTOV, year=2019, visits=60, language="ru")
    with seeing("all"):
        assert flags(before)["by_rule"].eq(YES).sum() > 20
        said = rows.every(before)["why"]
    assert said.str.contains("в перечне и по правилу").any()
    assert not rows.every(before)["why"].str.contains("по правилу").any()


def test_a_municipal_reader_has_the_totals_and_his_own_rows():
    whole = numbers(ROSTOV)
    with reading_as(Right(municipalities=frozenset({SALSK}))):
        own = numbers(ROSTOV)
        assert (own.on_list, own.in_tie, own.fewer) == (whole.on_list, whole.in_tie, whole.fewer)
        assert set(own.chosen["oktmo"]) | set(own.tied["oktmo"]) <= {SALSK}
        met = meeting(MEETING)
        assert set(met.rows["oktmo"]) <= {SALSK}
    assert met.states == meeting(MEETING).states


@pytest.mark.parametrize("day", ["2021-10-14", "2022-10-13"])
def test_what_came_of_decisions_is_that_of_the_files(plain, day):
    was, now = (slow.signals(plain, "60", each) for each in (day, "2022-12-31"))
    decided = {
        row["decision_id"]: row for row in plain.rows("school_decision") if row["decided_on"] == day
    }
    found = followed(ROSTOV, date.fromisoformat(day))
    assert set(found["decision_id"]) == set(decided)
    for row in found.to_dict("records"):
        own = decided[row["decision_id"]]
        done = own["done_date"] != "" and own["done_date"] <= "2022-12-31"
        late = not done and own["due_date"] <= "2022-12-31"
        assert row["state"] == ("done" if done else "late" if late else "open")
        expected = {}
        for place, name in enumerate(SIGNALS):
            before, after = (each[row["school_id"]][place] for each in (was, now))
            if after:
                expected[name] = "kept" if before else "new"
            elif before:
                expected[name] = "unknown" if after is None else "gone"
        assert row["turns"] == expected
        measures = sum(
            day < one["done_date"] <= "2022-12-31"
            for one in plain.rows("road_map_execution")
            if one["school_id"] == row["school_id"] and day[:4] <= one["due_date"][:4] <= "2022"
        )
        assert row["measures"] == measures and row["result"] == "hidden"


def test_results_since_are_those_of_the_years_before_and_after(plain):
    with seeing("all"):
        found = followed(ROSTOV, date(2021, 10, 14))
        late = followed(ROSTOV, date(2022, 10, 13))
    assert set(late["result"]) <= {"not_yet", "none"}
    row = found[found["result"].eq("told")].iloc[0]
    assert (row["was_year"], row["now_year"], row["procedure"]) == (2021, 2022, "VPR")
    counts = [
        (int(one["below_threshold"]), int(one["participants"]))
        for one in plain.rows("assessment_result")
        if (one["school_id"], one["year"], one["procedure"]) == (row["school_id"], "2022", "VPR")
    ]
    below, pupils = (sum(each) for each in zip(*counts, strict=True))
    assert row["now"] == pytest.approx(below / pupils)


def test_whether_it_is_more_than_chance_is_told_of_the_meeting_or_refused():
    assert meeting(MEETING).net is None
    with seeing("all"):
        found, none = meeting(MEETING).net, meeting(replace(ROSTOV, meeting="2022-10-13")).net
        few = meeting(replace(MEETING, municipality=SALSK)).net
    assert found.schools <= 10
    assert isinstance(found, NetChange) and found.low < found.net < found.high
    assert isinstance(none, Refusal) and none.reason == "no_later_year"
    assert isinstance(few, Refusal) and few.reason == "too_few_schools"
    for net in (found, none, few):
        for language in ("ru", "en"):
            assert len(meeting_rows.beyond_chance(net, Words(language))) > 20


def test_how_many_to_help_is_told_of_rostov_and_refused_of_a_few_schools():
    found = power.spread(ROSTOV)
    assert 1000 < found.schools < 1200 and 3 < found.spread < 12
    table = power.table(replace(ROSTOV, visits=12))
    assert table["helped"].dropna().is_monotonic_decreasing
    assert table["chance"].is_monotonic_increasing
    assert isinstance(power.spread(replace(ROSTOV, region="65")), Refusal)
    one = power.needed(ROSTOV, found, 3.0)
    said = power_part.needed(one, found, ROSTOV, Words("ru"))
    assert str(one.helped) in said


def test_the_page_writes_what_its_tables_have(open_page):
    app = open_page("decisions", region="60", desk="actions", visits=12, language="ru")
    text = " ".join(seen.texts(app))
    n = numbers(replace(ROSTOV, visits=12))
    assert f"К действию: {n.on_list} школ из {n.signalled}" in text
    for name in [*n.chosen["name"], *n.tied["name"]]:
        assert name in text
    app = open_page("decisions", region="60", desk="meeting", language="ru")
    assert "Совещание 13.10.2022: 10 решений" in " ".join(seen.texts(app))


def test_a_day_before_the_first_meeting_has_none(open_page):
    app = open_page("decisions", region="60", year=2021, on="2021-09-30", desk="meeting")
    assert any("Решений ещё нет" in text for text in seen.texts(app))
