"""Each doubt where it holds, and beside it the like that must not be asked about."""

from datetime import date

import pandas as pd
import pytest

from queries.methods import doubts
from queries.methods.completion import judged

DAY = date(2022, 12, 31)
MAY, JUNE, JULY = date(2022, 5, 31), date(2022, 6, 30), date(2022, 7, 31)


def found(rows):
    """Executions as (school, measure, due, done)."""
    frame = pd.DataFrame(rows, columns=["school_id", "measure_id", "due_date", "done_date"])
    frame = frame.astype(object).where(frame.notna(), None)
    frame = frame.assign(evidence="акт", school=frame["school_id"], oktmo="60", municipality="А")
    return judged(frame, DAY)


def school(dates, due=(MAY, JUNE, JULY)):
    return [
        ("1", f"M/{i}", day, done) for i, (day, done) in enumerate(zip(due, dates, strict=True))
    ]


def closed(rows, least=3):
    return doubts.closed_on_one_day(found(rows), ["school_id"], least)


def test_everything_closed_on_one_day_is_found():
    (row,) = closed(school([JUNE, JUNE, JUNE])).to_dict("records")
    assert (row["school_id"], row["done_date"], row["amount"], row["dues"]) == ("1", JUNE, 3, 3)


def test_what_is_left_undone_does_not_hide_that_the_rest_was_closed_at_once():
    assert len(closed([*school([JUNE, JUNE, JUNE]), ("1", "M/9", MAY, None)])) == 1


@pytest.mark.parametrize(
    "rows",
    [
        school([JUNE, JUNE, JULY]),
        school([JUNE, JUNE, None]),
        school([JUNE, JUNE, JUNE], due=(JUNE, JUNE, JUNE)),
        school([None, None, None]),
        [],
    ],
    ids=["two days", "too few", "due on one day", "nothing done", "nothing"],
)
def test_closing_that_is_as_usual_is_not_asked_about(rows):
    assert closed(rows).empty


def helped(paired, trained, teachers=12.0):
    columns = ["school_id", "paired", "trained", "teachers"]
    return pd.DataFrame([("1", paired, trained, teachers)], columns=columns)


def without_help(rows, help_given, least=3):
    return doubts.complete_without_help(found(rows), help_given, least)


@pytest.mark.parametrize("trained", [0.0, None])
def test_all_done_without_help_in_the_data_is_found(trained):
    rows = without_help(school([MAY, JUNE, JULY]), helped(False, trained))
    assert list(rows["school_id"]) == ["1"]
    assert rows["trained"].isna().all() == (trained is None)


def test_a_school_of_which_no_help_is_known_at_all_is_found():
    none = helped(False, 0.0).iloc[:0]
    assert len(without_help(school([MAY, JUNE, JULY]), none)) == 1


def test_help_or_anything_late_or_too_few_measures_is_no_doubt():
    done = school([MAY, JUNE, JULY])
    assert without_help(done, helped(True, 0.0)).empty
    assert without_help(done, helped(False, 1.0)).empty
    assert without_help(school([MAY, JUNE, None]), helped(False, 0.0)).empty
    assert without_help(done, helped(False, 0.0), least=4).empty


def proofs(*rows):
    columns = ["measure_id", "school_id", "due_date", "evidence"]
    return pd.DataFrame(rows, columns=columns).assign(oktmo="60")


def test_one_document_of_two_measures_or_dates_is_found_however_it_is_spelt():
    rows = proofs(
        ("M/1", "1", MAY, "Приказ №12 от 01.02.2022"),
        ("M/2", "1", MAY, "приказ  № 12 от 01.02.2022."),
        ("M/2", "2", JUNE, "«Приказ N 12 от 01.02.2022»"),
    )
    (row,) = doubts.evidence_used_twice(rows).to_dict("records")
    assert (row["uses"], row["measures"], row["schools"], row["executions"]) == (3, 2, 2, 3)
    assert row["evidence"] == "Приказ №12 от 01.02.2022"


def test_an_order_for_many_schools_about_one_date_of_one_measure_is_no_doubt():
    rows = proofs(*(("M/1", str(i), MAY, "Приказ № 5") for i in range(5)))
    assert doubts.evidence_used_twice(rows).empty


def test_different_documents_and_empty_ones_are_no_doubt():
    rows = proofs(
        ("M/1", "1", MAY, "Приказ № 5"),
        ("M/2", "1", MAY, "Приказ № 15"),
        ("M/3", "1", MAY, " "),
        ("M/4", "1", MAY, " "),
    )
    assert doubts.evidence_used_twice(rows).empty


def test_nothing_is_not_odd():
    assert doubts.evidence_used_twice(proofs()).empty


def test_two_due_dates_or_two_uses_are_enough_to_ask():
    (row,) = closed(school([JUNE, JUNE, JUNE], due=(MAY, JUNE, JUNE))).to_dict("records")
    assert (row["amount"], row["dues"]) == (3, 2)
    twice = proofs(("M/1", "1", MAY, "Приказ № 5"), ("M/1", "1", JUNE, "Приказ № 5"))
    (use,) = doubts.evidence_used_twice(twice).to_dict("records")
    assert (use["uses"], use["measures"], use["executions"]) == (2, 1, 2)


@pytest.mark.parametrize("evidence", [None, float("nan"), 5])
def test_what_is_no_text_is_no_document(evidence):
    rows = proofs(("M/1", "1", MAY, evidence), ("M/2", "1", JUNE, evidence))
    assert doubts.evidence_used_twice(rows).empty


def test_the_greatest_doubts_come_first():
    few = [(f"{row[0]}-few", *row[1:]) for row in school([JUNE, JUNE, JUNE])]
    many = [*school([JUNE, JUNE, JUNE]), ("1", "M/9", MAY, JUNE)]
    other = [("0", *row[1:]) for row in school([JUNE, JUNE, JUNE])]
    assert closed([*few, *many, *other])["school_id"].tolist() == ["1", "0", "1-few"]
    uses = {"Акт": 2, "Приказ": 3, "Договор": 2}
    rows = [
        (f"M/{number}", "1", MAY, name) for name, amount in uses.items() for number in range(amount)
    ]
    rows.append(("M/0", "2", MAY, "Договор"))
    found = doubts.evidence_used_twice(proofs(*rows))
    assert found["evidence"].tolist() == ["Приказ", "Договор", "Акт"]
