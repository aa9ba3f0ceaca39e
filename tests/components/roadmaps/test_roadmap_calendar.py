"""The calendar read by another library: its events are the dated due dates of the plan."""

from datetime import datetime, timedelta, timezone

import pytest
import vobject

from components.charts import gantt, sheet
from components.downloads.calendar_files import calendar
from components.downloads.columns import About
from components.roadmaps import calendar_files, plan_chart
from components.roadmaps.choice import RoadmapsView

MADE = datetime(2026, 11, 21, 17, 5, tzinfo=timezone(timedelta(hours=3)))
ABOUT = About(
    title="Дорожные карты",
    version="20261121T140512-ab12cd34",
    made_at="21.11.2026, 14:05",
    program="Монитор 500+ 12.3.4",
    program_version="12.3.4",
    demonstration=True,
    demonstration_mark="Демонстрационные данные",
    rows=(),
    sheet_title="О данных",
    data_title="Данные",
    mark_title="Вид данных",
    version_title="Версия данных",
    program_title="Версия программы",
)


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


def events(view):
    rows = calendar_files.days(view)
    file = calendar(rows, ABOUT, MADE, lambda start, due: f"{start} {due}")
    return vobject.readOne(file.decode()).vevent_list


def drawn(view, monkeypatch):
    """Number of the measure and place of each dated mark of the plan that is drawn."""
    given = {}

    def kept(measures, spans, marks, *rest):
        given["marks"] = marks
        return {"datasets": {}}

    monkeypatch.setattr(gantt, "draw", kept)
    monkeypatch.setattr(sheet, "packed", lambda spec: spec)
    plan_chart.spec(view, "light")
    return given["marks"]


@pytest.mark.parametrize(
    "view",
    [
        RoadmapsView("60", 2022, 2017),
        RoadmapsView("60", 2022, 2017, municipality="60650000"),
        RoadmapsView("65", 2020, 2020),
        RoadmapsView("65", 2021, 2020, on="2021-06-30"),
        RoadmapsView("65", 2022, 2020, party="ОО"),
    ],
    ids=["region", "municipality", "first year", "on a day", "party"],
)
def test_events_are_the_dated_marks_of_the_plan(view, monkeypatch):
    found = sorted((each.summary.value, each.dtstart.value) for each in events(view))
    marks = drawn(view, monkeypatch)
    marks = marks[marks["state"].ne("undated")]
    assert len(found) == len(marks) > 0
    places = sorted(plan_chart.place(day, view.year) for _, day in found)
    assert places == sorted(marks["x"])


def test_a_schedule_that_is_not_given_and_demand_have_no_event():
    said = " ".join(each.summary.value for each in events(RoadmapsView("65", 2021, 2020)))
    assert "3.7 " in said
    assert "3.3 " not in said
    assert "4.3 " not in said


def test_an_event_tells_window_deadline_party_and_source():
    (event,) = [
        each
        for each in events(RoadmapsView("65", 2021, 2020))
        if each.summary.value.split(": ")[1].startswith("2.2 ")
    ]
    text = event.description.value
    assert event.dtstart.value.isoformat() == "2021-07-31"
    for part in ("Ежегодно Май-июль", "Информационно-методический центр", "Дорожная карта"):
        assert part in text
    assert event.summary.value.startswith("Демонстрационные данные")


def test_an_event_keeps_its_name_whatever_the_report_date():
    early, late = (RoadmapsView("65", 2021, 2020, on=day) for day in ("2021-02-28", ""))
    assert [day.uid for day in calendar_files.days(early)] == [
        day.uid for day in calendar_files.days(late)
    ]
