"""Road maps, what schools marked of them and what help they had, against a reading of the files."""

import pytest

from queries import roadmap_evidence, roadmaps
from queries.view import View

VIEWS = {
    "Rostov region": View("60", 2022, 2017),
    "Rostov region on a day": View("60", 2021, 2017, on="2021-06-30"),
    "the district's map": View("65", 2021, 2020, on="2021-10-31"),
    "stated facts": View("75", 2022, 2021),
}
TITLES = ("title_ru", "title_en")


@pytest.fixture(params=VIEWS)
def view(request):
    return VIEWS[request.param]


def titles(plain, source):
    """The document's titles by language; None where the source is no listed document."""
    known = {row["source"]: row for row in plain.rows("source_document")}
    found = known.get(source)
    return {
        f"document_{language}": found and found[f"title_{language}"] for language in ("ru", "en")
    }


def empty_as_none(row, *names):
    return {name: row[name] or None for name in names}


def test_maps_are_those_of_the_region_with_their_documents(answer, plain, view):
    names = ("code", "name_ru", "name_en", "basis", "source")
    expected = [
        {name: row[name] for name in names}
        | {name: int(row[name]) for name in ("first_year", "last_year")}
        | titles(plain, row["source"])
        for row in plain.rows("road_map")
        if row["region"] == view.region
    ]
    assert answer(roadmaps.maps, view) == sorted(expected, key=lambda row: row["code"])


def test_measures_are_those_of_the_maps_in_the_words_of_the_documents(answer, plain, view):
    maps = {row["code"]: row for row in plain.rows("road_map") if row["region"] == view.region}
    names = ("measure_id", "road_map", "section", "measure_no", "text_ru", "deadline_as_written")
    names += ("recurrence", "responsible", "source")
    expected = [
        {name: row[name] for name in names}
        | empty_as_none(row, "start", "end", "months", "sub_actions")
        | {"section_no": int(row["section_no"])}
        | {name: int(maps[row["road_map"]][name]) for name in ("first_year", "last_year")}
        | titles(plain, row["source"])
        for row in plain.rows("road_map_measure")
        if row["road_map"] in maps
    ]
    order = ("road_map", "section_no", "measure_no", "measure_id")
    expected.sort(key=lambda row: [row[name] for name in order])
    assert answer(roadmaps.measures, view) == expected


def marks(plain, view):
    """Executions of schools of the region."""
    for row in plain.rows("road_map_execution"):
        school = plain.schools[row["school_id"]]
        if plain.regions[school["oktmo"]] == view.region:
            yield row, school


def test_executions_are_those_due_in_the_year(answer, plain, view):
    expected = [
        {name: row[name] for name in ("measure_id", "school_id", "due_date")}
        | empty_as_none(row, "done_date", "evidence")
        | {
            "school": school["name"],
            "oktmo": school["oktmo"],
            "municipality": plain.names[school["oktmo"]],
            "locality": school["locality"],
            "low_performing": plain.flag(row["school_id"], view.year, "low_performing"),
            "entry_year": plain.entries.get(row["school_id"]),
        }
        for row, school in marks(plain, view)
        if row["due_date"].startswith(str(view.year))
    ]
    expected.sort(key=lambda row: (row["measure_id"], row["due_date"], row["school_id"]))
    assert answer(roadmaps.executions, view) == expected


def test_proofs_are_evidence_of_what_was_done_by_the_day(answer, plain, view):
    expected = [
        {name: row[name] for name in ("measure_id", "school_id", "due_date", "evidence")}
        | {"oktmo": school["oktmo"]}
        for row, school in marks(plain, view)
        if row["evidence"] and row["done_date"] and row["done_date"] <= view.day.isoformat()
    ]
    order = ("evidence", "measure_id", "due_date", "school_id")
    expected.sort(key=lambda row: [row[name] for name in order])
    assert answer(roadmap_evidence.proofs, view) == expected


def test_help_is_a_pair_in_force_in_the_year_by_the_day_or_teachers_trained(answer, plain, view):
    day, first = view.day.isoformat(), f"{view.year}-01-01"
    paired = {
        row["mentee_id"]
        for row in plain.rows("mentorship")
        if row["start_date"] <= day and (row["end_date"] == "" or row["end_date"] >= first)
    }
    expected = []
    for school, row in sorted(plain.schools.items()):
        if plain.regions[row["oktmo"]] == view.region:
            trained, teachers = plain.training.get((school, view.year), (None, None))
            given = {"paired": school in paired, "trained": trained, "teachers": teachers}
            expected.append({"school_id": school} | given)
    assert answer(roadmap_evidence.help_of_schools, view) == expected


def test_reports_are_those_on_road_maps_of_the_year(answer, plain, view):
    expected = [
        {"oktmo": oktmo, "reported": reported}
        for (oktmo, year, subject), reported in sorted(plain.reports.items())
        if (year, subject) == (view.year, "road_map") and plain.regions[oktmo] == view.region
    ]
    assert answer(roadmap_evidence.reports, view) == expected


def test_facts_are_every_stated_one_of_any_year(answer, plain, view):
    names = ("measure_no", "measure", "status", "fact_ru", "status_basis", "source")
    expected = [
        {name: row[name] for name in names}
        | empty_as_none(row, "collegium_task", "date", "evidence")
        | {"fact_no": int(row["fact_no"])}
        | titles(plain, row["source"])
        for row in plain.rows("regional_measure_fact")
        if row["region"] == view.region
    ]
    expected.sort(key=lambda row: (row["measure_no"], row["fact_no"]))
    assert answer(roadmaps.facts, view) == expected


def test_the_views_have_something_to_count(answer):
    amounts = [len(answer(roadmaps.executions, view)) for view in VIEWS.values()]
    assert [amount > 0 for amount in amounts] == [True, True, True, False]
    assert len(answer(roadmaps.facts, VIEWS["stated facts"])) == 35
