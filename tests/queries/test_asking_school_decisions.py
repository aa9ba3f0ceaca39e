"""What meetings decided on schools, against the files read again without SQL."""

from dataclasses import replace

import pytest

from queries import school_decisions
from queries.view import View

ROSTOV = View(region="60", year=2022, first_year=2017)
VIEWS = {
    "the end of a year": ROSTOV,
    "a day of a meeting": replace(ROSTOV, on="2022-03-17"),
    "the day before": replace(ROSTOV, on="2022-03-16"),
    "another region": View(region="75", year=2022, first_year=2017),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_decisions_are_those_of_the_files_up_to_the_day(answer, plain, view):
    expected = []
    for row in plain.rows("school_decision"):
        own = plain.schools[row["school_id"]]
        if not own["oktmo"].startswith(view.region) or row["decided_on"] > view.day.isoformat():
            continue
        names = ("decision_id", "school_id", "decided_on", "kind", "decision", "responsible")
        told = {name: row[name] for name in names}
        told |= {name: row[name] or None for name in ("due_date", "done_date")}
        told |= {"name": own["name"], "oktmo": own["oktmo"]}
        expected.append(told | {"municipality": plain.names[own["oktmo"]]})
    expected.sort(
        key=lambda row: tuple(
            row[name] for name in ("decided_on", "municipality", "name", "school_id", "decision_id")
        )
    )
    assert answer(school_decisions.decisions, view) == expected
    assert bool(expected) == (view.region == "60")


def test_a_decision_without_a_term_stands_there_and_a_later_one_does_not(asked):
    ask = asked(
        school="school_id name\nx Икс",
        school_decision="decision_id school_id decided_on due_date\n"
        "a x 2022-03-17 -\nb x 2022-03-18 2022-04-01",
    )
    (row,) = ask(school_decisions.decisions, replace(ROSTOV, on="2022-03-17"))
    assert (row["decision_id"], row["due_date"], row["done_date"]) == ("a", None, None)
