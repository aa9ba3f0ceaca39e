"""The context of schools, against rows made again from the files without SQL."""

import pytest

from queries import likeness
from queries.view import View

VIEWS = {
    "Rostov": View(region="60", year=2022, first_year=2017),
    "an earlier year": View(region="60", year=2019, first_year=2017),
    "Sverdlovsk": View(region="65", year=2021, first_year=2019),
    "a year with nothing": View(region="75", year=2015, first_year=2015),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_school_of_the_region_stands_once_with_what_the_files_know(answer, plain, view):
    year = str(view.year)
    taught = {
        row["school_id"]: (int(row["trained"]), int(row["teachers"]))
        for row in plain.rows("training")
        if row["year"] == year
    }
    expected = []
    for school, row in sorted(plain.schools.items()):
        if plain.regions[row["oktmo"]] == view.region:
            status = plain.status.get((school, view.year))
            adverse = None if status is None else status["adverse_conditions"] == "true"
            pupils = int(row["pupils"]) if row["pupils"] else None
            counts = (
                *plain.steps.get((school, view.year), (None, None)),
                *taught.get(school, (None, None)),
            )
            expected.append((school, row["oktmo"], row["locality"], pupils, adverse, *counts))
    found = answer(likeness.schools, view)
    columns = ("school_id", "oktmo", "locality", "pupils", "adverse_conditions")
    columns += ("done", "due", "trained", "teachers")
    assert [tuple(row[name] for name in columns) for row in found] == expected
