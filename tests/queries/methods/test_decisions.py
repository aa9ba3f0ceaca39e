"""What a recommendation has and lacks, what came back, how far it was marked."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from queries.methods import decisions

FACTS = Path(__file__).resolve().parents[3] / "data" / "facts"


@pytest.fixture(scope="module")
def facts():
    """The shipped recommendations with the first day of their event, an empty cell as None."""
    with (FACTS / "event.csv").open(encoding="utf-8") as lines:
        starts = {row["code"]: row["start_date"] for row in csv.DictReader(lines)}
    rows = pd.read_csv(FACTS / "recommendation.csv", dtype=str)
    rows["direction_no"] = rows["direction_no"].astype(int)
    return decisions.ordered(rows.assign(start_date=rows["event"].map(starts)))


def made(**columns):
    usual = {"addressees": "РИПК", "due": None, "target": None, "indicator_code": None}
    return pd.DataFrame([usual | columns])


@pytest.mark.parametrize(
    ("given", "has"),
    [
        ({}, {"owner"}),
        ({"addressees": "не указан"}, set()),
        ({"due": "ежегодно"}, {"owner", "due"}),
        ({"target": "рост"}, {"owner"}),
        ({"target": "все школы региона"}, {"owner"}),
        ({"target": "2 темы"}, {"owner", "number"}),
        ({"target": "100 %", "due": "2023"}, {"owner", "number", "due"}),
        ({"indicator_code": "IND-02"}, {"owner", "indicator"}),
    ],
)
def test_what_a_recommendation_has(given, has):
    found = decisions.having(made(**given)).iloc[0]
    assert {part for part in decisions.PARTS if found[f"has_{part}"]} == has


def test_of_the_54_one_has_a_date_and_a_number(facts):
    found = facts.join(decisions.having(facts))
    assert len(found) == 54
    complete = found[found["has_due"] & found["has_number"]]
    assert list(complete["rec_id"]) == ["N-3.2"]
    lacking = {part: int((~found[f"has_{part}"]).sum()) for part in decisions.PARTS}
    assert lacking == {"owner": 1, "due": 47, "number": 52, "indicator": 50}


def test_numbers_are_sorted_as_numbers(facts):
    codes = [code for code in facts["rec_id"] if code.startswith("N-3.")]
    assert codes == [f"N-3.{number}" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("РИПК и ППРО", ("РИПК и ППРО",)),
        ("РИПК и ППРО; методические службы", ("РИПК и ППРО", "Методические службы")),
        ("не указан", ()),
    ],
)
def test_addressees_are_parted_at_semicolons(text, parts):
    assert decisions.addressees(text) == parts


def test_nine_april_recommendations_return_in_november_and_one_in_part(facts):
    pairs = decisions.repeats(facts)
    assert len(pairs) == 11
    whole = pairs.groupby("earlier")["partly"].all()
    assert (int((~whole).sum()), int(whole.sum())) == (9, 1)
    assert pairs["earlier"].str.startswith("A-").all()
    assert pairs["later"].str.startswith("N-").all()
    assert list(pairs.loc[pairs["partly"], ["earlier", "later"]].iloc[0]) == ["A-3.3", "N-3.2"]


def test_a_pair_named_by_one_side_or_by_both_is_one_pair():
    rows = pd.DataFrame(
        {
            "rec_id": ["A-1", "N-1", "N-2"],
            "start_date": ["2022-04-25", "2022-11-17", "2022-11-17"],
            "repeats_rec_id": ["N-1; N-2", None, "A-1; X-9"],
        }
    )
    pairs = decisions.repeats(rows)
    assert list(pairs.itertuples(index=False, name=None)) == [
        ("A-1", "N-1", False),
        ("A-1", "N-2", False),
    ]


def test_nothing_repeats_nothing():
    rows = pd.DataFrame({"rec_id": ["A-1"], "start_date": ["2022"], "repeats_rec_id": [None]})
    assert decisions.repeats(rows).empty


MARKS = pd.DataFrame(
    [
        ("M1", "N-1", "60601000", None, date(2022, 5, 1), "planned"),
        ("M2", "N-1", "60601000", None, date(2022, 9, 1), "done"),
        ("M3", "N-1", "60602000", "S1", date(2022, 9, 1), "done"),
        ("M4", "N-2", "60602000", None, date(2022, 9, 1), "ongoing"),
        ("M5", "N-2", "60602000", None, date(2022, 9, 1), "planned"),
    ],
    columns=["mark_id", "rec_id", "oktmo", "school_id", "marked_on", "state"],
)


def test_the_newest_mark_of_a_municipality_counts_and_a_schools_does_not():
    found = decisions.latest(MARKS)
    assert {(row.rec_id, row.oktmo): row.state for row in found.itertuples()} == {
        ("N-1", "60601000"): "done",
        ("N-2", "60602000"): "planned",
    }


def test_who_did_not_mark_is_counted_and_a_recommendation_without_marks_too():
    found = decisions.counted(decisions.latest(MARKS), ["N-1", "N-2", "N-3"], 3)
    assert found.to_dict("records") == [
        {"rec_id": "N-1", "done": 1, "ongoing": 0, "planned": 0, "unmarked": 2},
        {"rec_id": "N-2", "done": 0, "ongoing": 0, "planned": 1, "unmarked": 2},
        {"rec_id": "N-3", "done": 0, "ongoing": 0, "planned": 0, "unmarked": 3},
    ]


def test_no_marks_at_all_are_all_unmarked():
    found = decisions.counted(decisions.latest(MARKS[:0]), ["N-1"], 3)
    assert found["unmarked"].tolist() == [3]


@pytest.mark.parametrize("text", ["", ";", " ; РИПК;;", "РИПК; не указан"])
def test_an_empty_part_is_no_addressee(text):
    assert decisions.addressees(text) == (("РИПК",) if "РИПК" in text else ())


@pytest.mark.parametrize("noted", ["A-1", "N-1"])
def test_a_pair_that_one_side_calls_partial_is_partial(noted):
    named = {"A-1": "N-1", "N-1": "A-1"}
    named[noted] += " (partly)"
    rows = pd.DataFrame(
        {
            "rec_id": list(named),
            "start_date": ["2022-04", "2022-11"],
            "repeats_rec_id": list(named.values()),
        }
    )
    assert decisions.repeats(rows)["partly"].tolist() == [True]
