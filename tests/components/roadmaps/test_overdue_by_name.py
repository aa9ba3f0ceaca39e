"""The list by name against the files, the headline and the number of the summary."""

from dataclasses import replace
from datetime import date

import pytest

from components.base.i18n import Words
from components.base.load import load
from components.base.rights import Right, reading_as
from components.roadmaps import overdue, overdue_sentences
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.numbers import numbers
from queries import overview

SALSK = "60650000"
REGION = RoadmapsView("60", 2022, 2017)
VIEWS = {
    "the region": REGION,
    "a municipality": replace(REGION, municipality=SALSK),
    "a cohort": replace(REGION, cohort=2019),
    "rural schools": replace(REGION, schools="rural"),
    "a day": replace(REGION, on="2022-11-15"),
    "the district": RoadmapsView("65", 2021, 2020),
}


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.fixture(params=VIEWS)
def view(request):
    return VIEWS[request.param]


def recount(plain, view):
    """Days late of every mark of the view that is due and not done, from the files."""
    found = []
    for row in plain.rows("road_map_execution"):
        oktmo = plain.schools[row["school_id"]]["oktmo"]
        here = plain.regions[oktmo] == view.region and view.municipality in ("", oktmo)
        if not here or not plain.chosen(row["school_id"], view.year, view):
            continue
        due, done = row["due_date"], row["done_date"]
        is_due = due.startswith(str(view.year)) and due <= view.day.isoformat()
        if is_due and (not done or done > view.day.isoformat()):
            days = (view.day - date.fromisoformat(due)).days
            found.append((row["school_id"], row["measure_id"], days))
    return sorted(found)


def told(rows):
    return list(zip(rows["school_id"], rows["measure_id"], rows["days_late"], strict=True))


def test_the_lists_are_those_of_the_files(plain, view):
    rows = told(overdue.late(view)) + told(overdue.due_today(view))
    assert sorted(rows) == recount(plain, view)


def test_the_lists_add_up_to_the_headline(view):
    found, n = overdue.totals(view), numbers(view)
    assert (found.late + found.today, found.today) == (n.counts["late"], n.late_today)


def test_the_end_of_the_year_is_the_number_of_the_summary():
    totals = load(overview.totals, REGION)
    card = totals[totals["indicator"].eq("IND-13") & totals["year"].eq(2022)].iloc[0]
    found = overdue.totals(REGION)
    assert found.late + found.today == card["denominator"] - card["numerator"] == 155


def test_the_oldest_come_first_and_every_row_names_who_answers():
    found = overdue.late(REGION)
    assert found["days_late"].is_monotonic_decreasing
    assert found["responsible"].str.strip().ne("").all()


def test_a_party_has_its_own_measures_alone():
    found = overdue.late(replace(REGION, party="куратор"))
    assert 0 < len(found) < len(overdue.late(REGION))
    assert found["responsible"].str.contains("куратор").all()


def test_schools_without_marks_are_those_on_the_list_that_the_files_have_no_mark_of(plain):
    listed = {
        row["school_id"]
        for row in plain.rows("school_status")
        if row["year"] == "2022"
        and row["low_performing"] == "true"
        and plain.regions[plain.schools[row["school_id"]]["oktmo"]] == "60"
    }
    marked = {
        row["school_id"]
        for row in plain.rows("road_map_execution")
        if row["due_date"].startswith("2022")
    }
    found = overdue.without(REGION)
    schools = found[found["state"].ne("no_deadline")]
    assert set(schools["school_id"]) == listed - marked


def test_a_measure_without_a_day_is_told_in_the_words_of_its_document():
    found = overdue.without(VIEWS["the district"])
    never = found[found["state"].eq("no_deadline")]
    assert len(never)
    assert never["why"].str.startswith("«").all()


def test_the_file_has_every_row_once_with_its_state():
    found, counted = overdue.every(REGION), overdue.totals(REGION)
    assert len(found) == counted.late + counted.today + sum(counted.silent.values())
    assert found["missing"].notna().all()


def test_a_reader_of_one_municipality_sees_its_schools_and_every_total():
    whole = overdue.totals(REGION)
    with reading_as(Right(municipalities=frozenset({SALSK}))):
        assert overdue.totals(REGION) == whole
        assert set(overdue.late(REGION)["oktmo"]) <= {SALSK}
        assert set(overdue.without(REGION)["school_id"]) <= {
            "",
            *overdue.without(replace(REGION, municipality=SALSK))["school_id"],
        }


def test_nothing_late_is_said_of_what_was_marked_alone():
    none = overdue.Totals(0, 0, 0, 3, {})
    said = overdue_sentences.finding(none, date(2022, 5, 1), Words("ru"))
    assert said == "Из отмеченного школами на 01.05.2022 ничего не просрочено"
    some = overdue.Totals(21, 1, 31, 0, {})
    said = overdue_sentences.finding(some, date(2022, 5, 1), Words("ru"))
    assert said == "21 мероприятие просрочено у 1 школы; самая долгая просрочка — 31 день"
