"""Under which conditions schools work, against the files read again without SQL."""

from dataclasses import replace

import pytest

from queries import school_context
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
VIEWS = {
    "the year": ROSTOV,
    "a year of statuses alone": replace(ROSTOV, year=2019),
    "schools that sources name": View(region="65", year=2020, first_year=2019),
}
FLAGS = ("low_performing", "adverse_conditions", "resilient")
COUNTS = ("posts", "vacant_posts", "pupils_counted", "other_language", "low_income")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_conditions_are_those_of_the_files_beside_the_flags(answer, plain, view):
    def of_year(table):
        return {row["school_id"]: row for row in plain.rows(table) if row["year"] == str(view.year)}

    told, status, expected = of_year("school_context"), of_year("school_status"), []
    for school in sorted(told.keys() | status.keys()):
        own, context = plain.schools[school], told.get(school, {})
        if not own["oktmo"].startswith(view.region):
            continue
        row = {name: own[name] for name in ("school_id", "oktmo", "name", "locality")}
        row["municipality"] = plain.names[own["oktmo"]]
        row["told"] = bool(context)
        row |= {f: status[school][f] == "true" if school in status else None for f in FLAGS}
        row |= {name: int(context[name]) if context.get(name) else None for name in COUNTS}
        far = context.get("distance_km")
        expected.append(row | {"distance_km": float(far) if far else None})
    assert expected
    assert answer(school_context.conditions, view) == expected


def test_a_school_with_conditions_and_no_status_stands_there_and_no_other(asked):
    ask = asked(
        school="school_id name\nx Икс\ny Игрек",
        school_context="school_id year posts vacant_posts distance_km\nx 2022 5 0 0",
    )
    rows = ask(school_context.conditions, ROSTOV)
    assert [row["school_id"] for row in rows] == ["x"]
    assert rows[0]["adverse_conditions"] is None and rows[0]["told"] is True
    assert (rows[0]["vacant_posts"], rows[0]["distance_km"], rows[0]["low_income"]) == (0, 0, None)
