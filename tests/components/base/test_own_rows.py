"""Rows of single schools are left to whoever may see them; totals, and what has no school, stay."""

from dataclasses import dataclass

import pandas as pd
import pytest
from markupsafe import Markup

from components.base.own_rows import Schools, own

PLACES = pd.DataFrame({"school_id": list("abcdef"), "oktmo": list("112233")})
PAIRS = pd.DataFrame({"mentee_id": ["a", "d", "e"], "mentor_id": ["c", "b", "f"]})
SEEN = Schools.of(PLACES, PAIRS, frozenset({"1"}))


def left(*rows, columns=("school_id", "number")):
    return own(pd.DataFrame(rows, columns=columns, dtype=object), SEEN).to_numpy().tolist()


def test_schools_in_a_pair_of_any_time_with_an_own_school_are_its_partners():
    assert (SEEN.own, SEEN.partners) == ({"a", "b"}, {"c", "d"})


def test_without_a_municipality_no_school_is_seen():
    nobody = Schools.of(PLACES, PAIRS, frozenset())
    assert own(PLACES, nobody).empty and own(PAIRS, nobody).empty


def test_rows_of_schools_are_left_if_the_school_is_own():
    assert left(("a", 1), ("c", 2), ("e", 3), ("b", 4)) == [["a", 1], ["b", 4]]


def test_what_has_no_school_is_left():
    assert left((None, 1), ("", 2), ("e", 3)) == [[None, 1], ["", 2]]


def test_a_pair_is_left_if_one_side_is_own_and_the_other_is_a_partner():
    pairs = [["a", "c"], ["d", "b"], ["d", "c"], ["a", "f"], ["a", "b"], ["e", "f"]]
    kept = left(*pairs, columns=("mentee_id", "mentor_id"))
    assert kept == [["a", "c"], ["d", "b"], ["a", "b"]]


def test_a_mentor_alone_is_left_if_it_is_own_or_a_partner_and_a_mentee_if_it_is_own():
    assert left(("b",), ("c",), ("f",), columns=("mentor_id",)) == [["b"], ["c"]]
    assert left(("b",), ("c",), ("f",), columns=("mentee_id",)) == [["b"]]


def test_totals_are_handed_on_as_they_are():
    totals = pd.DataFrame({"oktmo": ["2"], "schools": [2]})
    assert own(totals, SEEN) is totals


def test_an_index_of_schools_tells_whose_rows_they_are():
    risks = pd.Series([1, 2], index=pd.Index(["a", "e"], name="school_id"))
    assert own(risks, SEEN).to_dict() == {"a": 1}
    frame = pd.DataFrame({"mentor_id": ["c", "f"]}, index=pd.Index(["a", "a"], name="mentee_id"))
    assert own(frame, SEEN)["mentor_id"].tolist() == ["c"]


@dataclass(frozen=True)
class Numbers:
    covered: int
    schools: pd.DataFrame


def test_rows_inside_of_a_value_are_looked_at():
    made = {"now": (Numbers(3, PLACES), [PLACES])}
    found, (again,) = own(made, SEEN)["now"]
    assert found.covered == 3
    assert list(found.schools["school_id"]) == list(again["school_id"]) == ["a", "b"]


@pytest.mark.parametrize("made", [Markup("<p>a</p>"), object(), {"a", "e"}, {"x": b"e"}])
def test_what_cannot_be_looked_through_is_refused(made):
    with pytest.raises(TypeError):
        own(made, SEEN)
