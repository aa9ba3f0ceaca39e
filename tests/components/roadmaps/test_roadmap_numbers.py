"""The page's counts against the files, the summary's card and the plan of each measure."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from components.base.i18n import Words
from components.base.load import load
from components.roadmaps import counts as counted
from components.roadmaps import facts, plan_chart, rows, workload
from components.roadmaps.choice import RoadmapsView
from components.roadmaps.executions import executions, plan
from components.roadmaps.numbers import numbers
from components.roadmaps.offer import desks, map_drawn, narrowed, possible
from queries import overview
from queries.methods import completion

SALSK = "60650000"
VIEWS = {
    "the region": RoadmapsView("60", 2022, 2017),
    "a municipality": RoadmapsView("60", 2022, 2017, municipality=SALSK),
    "rural schools": RoadmapsView("60", 2021, 2017, schools="rural"),
    "schools in need": RoadmapsView("60", 2022, 2017, schools="low_performing"),
    "a cohort": RoadmapsView("60", 2022, 2017, cohort=2019),
    "the district": RoadmapsView("65", 2021, 2020),
}


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.fixture(params=VIEWS)
def view(request):
    return VIEWS[request.param]


def counts(view):
    return completion.counts(numbers(view).found)


def recount(plain, view):
    """Done, due, unproved and late from the files, one row after another."""
    done = due = unproved = late = 0
    day, year = view.day.isoformat(), str(view.year)
    for row in plain.rows("road_map_execution"):
        oktmo = plain.schools[row["school_id"]]["oktmo"]
        here = plain.regions[oktmo] == view.region and view.municipality in ("", oktmo)
        if not here or not plain.chosen(row["school_id"], view.year, view):
            continue
        if not (row["due_date"].startswith(year) and row["due_date"] <= day):
            continue
        due += 1
        if row["done_date"] and row["done_date"] <= day:
            done += 1
            unproved += not row["evidence"].strip()
        else:
            late += 1
    return {"done": done, "due": due, "unproved": unproved, "late": late}


@pytest.mark.parametrize("on", ["", "01-31", "03-30", "03-31", "06-30", "11-15"])
def test_counts_on_any_day_equal_a_recount_of_the_files(plain, view, on):
    asked = replace(view, on=f"{view.year}-{on}" if on else "")
    found = counts(asked)
    assert {key: found[key] for key in ("done", "due", "unproved", "late")} == recount(plain, asked)


def test_the_end_of_the_year_agrees_with_the_card_of_the_summary(view):
    totals = load(overview.totals, replace(view, on=""))
    card = totals[totals["indicator"].eq("IND-13") & totals["year"].eq(view.year)].iloc[0]
    assert (counts(view)["done"], counts(view)["due"]) == (card["numerator"], card["denominator"])


def test_sections_municipalities_and_maps_add_up_to_the_headline(view):
    whole = counts(view)
    for group in ("section", "place", "map"):
        parts = counted.groups(view, group)
        assert {key: int(parts[key].sum()) for key in completion.COUNTS} == whole


def test_a_party_narrows_measures_and_marks_alike(view):
    n = numbers(view)
    party = n.measures["parties"].iloc[0][0]
    own = numbers(replace(view, party=party))
    assert all(party in named for named in own.measures["parties"])
    assert set(own.found["measure_id"]) <= set(own.measures["measure_id"])


def test_the_list_has_every_measure_and_every_due_date(view):
    n, found = numbers(view), rows.occasions(view)
    assert set(found["measure_id"]) == set(n.measures["measure_id"])
    assert found["due_date"].notna().sum() == len(n.occasions)
    assert int(found["late"].sum()) == counts(view)["late"]


def test_workload_counts_each_due_date_for_each_of_its_parties(view):
    n, found = numbers(view), workload.rows(view)
    parties = dict(zip(n.measures["measure_id"], n.measures["parties"], strict=True))
    expected = sum(len(parties[measure]) for measure in n.occasions["measure_id"])
    assert found["total"].sum() == expected
    assert found[list(workload.MONTHS)].to_numpy().sum() == expected


def test_the_busiest_month_is_named_only_if_no_other_has_as_many(view):
    months = Counter(day.month for day in numbers(view).occasions["due"])
    (_, most), *others = months.most_common()
    said = workload.finding(view, Words("ru"))
    assert bool(said) == (bool(others) and most > others[0][1])
    assert not said or f"{most} из {months.total()}" in said


def test_on_demand_and_schedules_are_never_late():
    for year in (2020, 2021, 2022):
        n = numbers(RoadmapsView("65", year, 2020))
        demanded = n.measures.loc[n.measures["kind"].eq("by_schedule"), "measure_id"]
        states = n.occasions.loc[n.occasions["measure_id"].isin(demanded), "state"]
        assert set(states) == {"undated"}
    measures, planned = plan(RoadmapsView("65", 2022, 2022))
    only = measures[measures["on_demand"]]
    windows = planned[planned["measure_id"].isin(only["measure_id"])]
    assert {day.month for day in windows["due"]} == {11}


def test_a_due_date_that_nobody_marked_is_told_and_not_late():
    n = numbers(RoadmapsView("65", 2021, 2020))
    silent = n.occasions[n.occasions["marked"].eq(0) & n.occasions["dated"].astype(bool)]
    assert set(silent["state"]) == {"unmarked"}
    assert len(silent) == 16


def test_marks_of_the_plan_stand_on_their_days():
    assert plan_chart.place(date(2022, 1, 31), 2022) == 1.0
    assert plan_chart.place(date(2024, 2, 29), 2024) == 2.0
    assert plan_chart.start_place(date(2022, 3, 1), 2022) == 2.0
    assert plan_chart.place(date(2023, 4, 30), 2022) == 12.0
    assert plan_chart.start_place(date(2021, 10, 1), 2022) == 0.0


def test_what_was_done_after_the_report_date_is_not_shown_as_done():
    found = rows.executions(RoadmapsView("60", 2022, 2017, on="2022-03-31"))
    assert all(day is None or day <= date(2022, 3, 31) for day in found["done_date"])


def test_facts_of_a_region_are_counted_by_status_and_evidence():
    view = RoadmapsView("75", 2022, 2021)
    total = facts.totals(view)
    assert total["facts"] == 35 == total["done"] + total["ongoing"] + total["planned"]
    assert total["evidenced"] + total["untied"] + total["without"] == 35
    assert desks(view) == ("facts", "method")
    assert len(facts.facts(replace(view, measure="1.2.8", desk="facts"))) == 4


def test_a_region_without_a_map_in_the_year_offers_the_method_alone():
    assert desks(RoadmapsView("60", 2017, 2017)) == ("method",)
    assert executions(RoadmapsView("60", 2017, 2017)).empty


def test_a_link_to_what_does_not_exist_falls_back():
    view = RoadmapsView(
        "60", 2022, 2017, road_map="SVE-2020", party="Никто", measure="X", desk="facts"
    )
    shown = narrowed(view)
    assert (shown.road_map, shown.party, shown.measure, shown.desk) == ("", "", "", "measures")
    kept = narrowed(RoadmapsView("65", 2022, 2020, measure="SVE-2020/3.4", desk="list"))
    assert (kept.measure, kept.desk) == ("SVE-2020/3.4", "list")


def test_every_measure_of_the_drawn_map_can_be_opened_without_a_mouse():
    view = RoadmapsView("65", 2022, 2020)
    offered = possible(view)["measure"]
    assert map_drawn(view) == "SVE-2020"
    assert len(offered) == 1 + 14


def test_what_nobody_marked_has_no_counts_in_the_list():
    found = rows.occasions(RoadmapsView("65", 2021, 2020))
    silent = found[found["state"].eq("unmarked")]
    assert silent[["done", "unproved", "late"]].isna().all(axis=None)
    assert set(silent["done_of"]) == {"—"}
