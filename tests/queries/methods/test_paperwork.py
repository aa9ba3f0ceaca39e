"""Documents of a project year: what nobody said is not what was not uploaded."""

import pandas as pd

from queries.methods import paperwork

MEMBERS = pd.DataFrame({"school_id": ["S1", "S2"], "school": ["Первая", "Вторая"]})
KINDS = pd.DataFrame({"document": ["profile", "concept"]})
DOCUMENTS = pd.DataFrame(
    [
        ("S1", "profile", "confirmed", "2022-03-01", "К-01"),
        ("S1", "concept", "uploaded", "2022-04-01", "К-01"),
        ("S2", "profile", "not_uploaded", None, "К-02"),
    ],
    columns=["school_id", "document", "status", "status_date", "curator"],
)


def board():
    return paperwork.board(MEMBERS, KINDS, DOCUMENTS)


def test_every_school_has_every_document_and_silence_is_unknown():
    found = {(row.school_id, row.document): row.status for row in board().itertuples()}
    assert found == {
        ("S1", "profile"): "confirmed",
        ("S1", "concept"): "uploaded",
        ("S2", "profile"): "not_uploaded",
        ("S2", "concept"): "unknown",
    }


def test_documents_are_counted_by_kind_in_the_order_given():
    found = paperwork.by_kind(board(), ["concept", "profile", "other"]).set_index("document")
    assert list(found.index) == ["concept", "profile", "other"]
    assert found.loc["profile"].to_dict() == {
        "confirmed": 1,
        "uploaded": 0,
        "returned": 0,
        "not_uploaded": 1,
        "unknown": 0,
    }
    assert found.loc["other"].sum() == 0


def test_a_curators_load_is_schools_and_what_waits():
    found = paperwork.by_curator(board())
    assert found[["curator", "schools", "uploaded", "confirmed"]].to_dict("records") == [
        {"curator": "К-01", "schools": 1, "uploaded": 1, "confirmed": 1},
        {"curator": "К-02", "schools": 1, "uploaded": 0, "confirmed": 0},
    ]


def test_no_documents_give_no_curators():
    empty = paperwork.board(MEMBERS, KINDS, DOCUMENTS[:0])
    assert paperwork.by_curator(empty).empty
    assert set(empty["status"]) == {"unknown"}
