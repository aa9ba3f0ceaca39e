"""Measures in the order of their documents, each with its rule or with why it has none."""

from datetime import date

import pandas as pd

from queries.methods import plans

COLUMNS = ["measure_id", "road_map", "section_no", "measure_no", "deadline_as_written"]
COLUMNS += ["start", "end", "recurrence", "months", "responsible"]


def read(*rows):
    frame = pd.DataFrame(rows, columns=COLUMNS).assign(first_year=2021, last_year=2022)
    measures, planned = plans.read(frame)
    return measures.set_index("measure_id"), planned


def measure(number, wording, recurrence="yearly", months=None, road_map="A", section=1):
    name = f"{road_map}/{number}"
    return (name, road_map, section, number, wording, None, None, recurrence, months, "Школа; ОО")


def test_numbers_are_ordered_as_numbers():
    rows = [measure(number, "ежегодно, май", months="5") for number in ("1.10", "1.9", "1.2")]
    measures, _ = read(*rows)
    assert list(measures["measure_no"]) == ["1.2", "1.9", "1.10"]


def test_every_due_date_of_the_map_is_listed():
    _, planned = read(measure("1.1", "ежегодно, октябрь, март", months="10;3"))
    assert list(planned["due"]) == [
        date(2021, 3, 31), date(2021, 10, 31), date(2022, 3, 31), date(2022, 10, 31)
    ]  # fmt: skip
    assert planned["dated"].all()


def test_what_cannot_be_read_keeps_its_reason_and_has_no_dates():
    measures, planned = read(measure("1.1", "в течение декады", recurrence="декадно"))
    assert measures.loc["A/1.1", "kind"] == "refused"
    assert measures.loc["A/1.1", "reason"]
    assert planned.empty


def test_on_demand_has_no_dates_and_a_window_that_ends_after_the_map_is_never_due():
    measures, planned = read(
        measure("1.1", "по требованию", recurrence="on demand"),
        measure("1.2", "октябрь 2022 – апрель 2023", recurrence="once"),
    )
    assert measures.loc["A/1.1", "kind"] == "on_demand"
    assert measures.loc["A/1.2", "kind"] in ("never", "refused")
    assert planned.empty


def test_parties_are_parted_by_semicolons_and_named_once():
    assert plans.parties("Школа; куратор ;Школа;") == ("Школа", "куратор")
    assert plans.parties(None) == ()


def test_no_measures_have_no_dates():
    measures, planned = read()
    assert measures.empty
    assert planned.empty
    assert "kind" in measures.columns


def test_a_window_that_ends_after_its_map_is_read_and_never_due():
    rows = [measure("1.1", "октябрь-апрель", months="10;11;12;1;2;3;4")]
    frame = pd.DataFrame(rows, columns=COLUMNS).assign(first_year=2021, last_year=2021)
    measures, planned = plans.read(frame)
    assert (measures["kind"].tolist(), planned.empty) == (["never"], True)


def test_what_is_due_on_the_last_day_of_the_map_is_due():
    _, planned = read(measure("1.1", "ежегодно, декабрь", months="12"))
    assert list(planned["due"]) == [date(2021, 12, 31), date(2022, 12, 31)]


def test_maps_and_sections_stand_one_after_another():
    places = [("B", 1, "1.1"), ("A", 10, "1.1"), ("A", 9, "1.2"), ("A", 9, "1.1")]
    rows = [
        measure(number, "ежегодно, май", months="5", road_map=road_map, section=section)[1:]
        for road_map, section, number in places
    ]
    measures, _ = read(*((str(place), *row) for place, row in enumerate(rows)))
    assert list(measures.index) == ["3", "2", "1", "0"]
