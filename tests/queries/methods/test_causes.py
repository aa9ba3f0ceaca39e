"""Causes add up to the difference of two versions, whatever was edited between them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_counts import Files, added

from queries.methods.causes import PLACES, ROWS, STATUSES, Side, attribute
from queries.methods.changes import Change, changed_rules

HERE, THERE, YEAR = "60601000", "60602000", 2022
SCHOOLS = ("a", "b", "c", "mentor")
COUNTED = {  # by status, by report, subject of the report
    "IND-19": (True, True, "status"),
    "IND-03": (True, True, "mentorship"),
    "IND-07-VPR": (False, False, "assessment"),
    "IND-13": (False, False, "road_map"),
    "IND-20": (True, False, "training"),
}

flags = st.sampled_from(["true", "false"])
days = st.sampled_from(["2021-09-01", "2022-12-30", "2022-12-31", "2023-01-01"])
few = st.integers(0, 3)


def maybe(rows):
    """A list of some of the rows."""
    return st.tuples(*[st.none() | row for row in rows]).map(
        lambda found: [row for row in found if row is not None]
    )


def row(**columns):
    fixed = {name: value for name, value in columns.items() if isinstance(value, str)}
    drawn = {name: value for name, value in columns.items() if name not in fixed}
    return st.fixed_dictionaries(drawn).map(lambda values: fixed | values)


def per_school(**columns):
    return maybe([row(school_id=school, year=str(YEAR), **columns) for school in SCHOOLS])


def part_of_whole(part, whole):
    return st.tuples(few, few).map(lambda two: {part: str(min(two)), whole: str(max(two))})


results = maybe(
    [
        part_of_whole("below_threshold", "participants").map(
            {"school_id": school, "year": str(YEAR), "procedure": "VPR", "grade": grade}.__or__
        )
        for school in SCHOOLS
        for grade in ("4", "5")
    ]
)
trained = maybe(
    [
        part_of_whole("trained", "teachers").map({"school_id": school, "year": str(YEAR)}.__or__)
        for school in SCHOOLS
    ]
)
steps = maybe(
    [
        row(school_id=school, measure_id=name, due_date=days, done_date=days | st.just(""))
        for school in SCHOOLS
        for name in ("1.1", "1.2")
    ]
)
pairs = maybe(
    [
        row(
            mentorship_id=name,
            mentee_id=st.sampled_from(SCHOOLS[:3]),
            mentor_id=st.sampled_from(SCHOOLS[2:]),
            start_date=days,
            end_date=days | st.just(""),
        )
        for name in ("M1", "M2", "M3")
    ]
)
reports = maybe(
    [
        row(oktmo=HERE, year=str(YEAR), subject=subject, reported=flags)
        for _, _, subject in COUNTED.values()
    ]
)
versions = st.fixed_dictionaries(
    {
        "school": maybe(
            [
                row(school_id=name, name=f"School {name}", oktmo=st.sampled_from([HERE, THERE]))
                for name in SCHOOLS
            ]
        ),
        "school_status": per_school(low_performing=flags, resilient=flags),
        "municipal_report": reports,
        "mentorship": pairs,
        "assessment_result": results,
        "road_map_execution": steps,
        "training": trained,
    }
)


def files(version):
    """A version as the plain reader has it, without the rows of schools it has not."""
    made = Files()
    known = {school["school_id"] for school in version["school"]}
    for table, rows in version.items():
        named = ("school_id", "mentee_id", "mentor_id")
        made.read[table] = [
            row for row in rows if all(row[name] in known for name in named if name in row)
        ]
    return made


def frame(rows, *columns):
    return pd.DataFrame(rows, columns=["school_id", *columns]).replace({"": None})


def counted_rows(plain, indicator):
    """The rows an indicator is counted from, as the questions give them."""
    own = set(plain.places.get(HERE, ()))
    if indicator == "IND-19":
        found = [(key[0], row["low_performing"] == "true") for key, row in plain.status.items()]
        names = ("low_performing",)
    elif indicator == "IND-03":
        names = ("mentorship_id", "mentor", "start_date", "end_date", "entitled")
        found = [
            (pair["mentee_id"], pair["mentorship_id"], pair["mentor_id"])
            + (pair["start_date"], pair["end_date"])
            + (plain.entitled(pair["mentor_id"], YEAR),)
            for pair in plain.rows("mentorship")
        ]
    else:
        table, names = {
            "IND-07-VPR": ("assessment_result", ("grade", "participants", "below_threshold")),
            "IND-13": ("road_map_execution", ("measure_id", "due_date", "done_date")),
            "IND-20": ("training", ("trained", "teachers")),
        }[indicator]
        found = [
            tuple(row[name] for name in ("school_id", *names))
            for row in plain.rows(table)
            if row.get("due_date", str(YEAR)).startswith(str(YEAR))
        ]
    return frame([row for row in found if row[0] in own], *names)


def side(version, indicator):
    plain = files(version)
    parts = {part[0]: part[1:] for part in plain.parts(HERE, YEAR, indicator)}
    schools = [
        (school, plain.schools[school]["name"], low(plain, school), *parts.get(school, (None,) * 2))
        for school in plain.places.get(HERE, ())
    ]
    total = tuple(added(part[number] for part in parts.values()) for number in (0, 1))
    return Side(
        frame(schools, "name", "low_performing", "numerator", "denominator"),
        counted_rows(plain, indicator),
        {name: school["oktmo"] for name, school in plain.schools.items()},
        plain.reports.get((HERE, YEAR, COUNTED[indicator][2])),
        tuple(float("nan") if amount is None else amount for amount in total),
    )


def low(plain, school):
    known = (school, YEAR) in plain.status
    return plain.flag(school, YEAR, "low_performing") if known else None


@pytest.mark.parametrize("indicator", COUNTED)
@settings(max_examples=25, deadline=None)
@given(older=versions, newer=versions)
def test_causes_of_any_edits_add_up_with_nothing_left_over(indicator, older, newer):
    by_status, by_report, _ = COUNTED[indicator]
    before, after = side(older, indicator), side(newer, indicator)
    causes = attribute(before, after, by_status, by_report)
    for number, name in enumerate(("numerator", "denominator")):
        known = [
            0 if pd.isna(one.published[number]) else one.published[number]
            for one in (before, after)
        ]
        assert causes[name].sum() == known[1] - known[0]
    assert not causes["cause"].eq("counting").any()
    schools = causes[causes["school_id"].ne("")]
    assert schools["school_id"].is_unique
    assert schools[["numerator", "denominator"]].ne(0).any(axis=1).all()
    for found in schools.itertuples():
        here = [found.school_id in set(one.schools["school_id"]) for one in (before, after)]
        assert (found.cause in PLACES) == (here != [True, True])
        assert bool(found.changes) or found.cause not in ROWS
        if found.cause in ("came", "moved_away"):
            assert found.other == THERE
        if found.cause in STATUSES:
            was, now = (
                one.schools.set_index("school_id")["low_performing"].get(found.school_id)
                for one in (before, after)
            )
            assert bool(was) != bool(now)


@pytest.mark.parametrize("indicator", COUNTED)
@settings(max_examples=10, deadline=None)
@given(version=versions)
def test_a_version_beside_itself_has_no_causes(indicator, version):
    one = side(version, indicator)
    assert attribute(one, one, *COUNTED[indicator][:2]).empty


EMPTY = frame([], "trained", "teachers")


def one(numerator, denominator, rows=EMPTY, reported=True, published=None, school="a"):
    schools = [(school, "School", True, numerator, denominator)]
    names = ("school_id", "name", "low_performing", "numerator", "denominator")
    return Side(
        pd.DataFrame(schools, columns=names),
        rows,
        {},
        reported,
        published or (numerator, denominator),
    )


def test_a_number_published_by_another_way_of_counting_is_told_as_such():
    causes = attribute(one(1, 2, published=(5, 7)), one(1, 2), True, True)
    assert causes[["cause", "numerator", "denominator"]].values.tolist() == [["counting", -4, -5]]


def test_a_report_that_moves_no_number_still_stands():
    causes = attribute(one(1, 2, reported=None), one(1, 2), False, False)
    assert causes[["cause", "school_id", "numerator"]].values.tolist() == [["now_reported", "", 0]]
    assert attribute(one(1, 2, reported=None), one(1, 2, reported=False), True, True).empty


def test_a_published_value_is_corrected_and_no_school_of_it_came_or_went():
    rows = [pd.DataFrame({"school_id": [""], "value": [value]}) for value in (92.5, 93.75)]
    before, after = (one(row["value"][0], None, row, school="") for row in rows)
    (cause,) = attribute(before, after, False, False).to_dict("records")
    assert (cause["cause"], cause["numerator"], cause["denominator"]) == ("rows_corrected", 1.25, 0)
    assert cause["changes"] == (Change("corrected", (), (("value", 92.5, 93.75),)),)
    gone = Side(before.schools[:0], rows[0][:0], {}, True, (float("nan"),) * 2)
    assert attribute(gone, after, False, False)["cause"].tolist() == ["rows_new"]


def card(**changes):
    usual = {"kind": "pupil_rate", "definition_ru": "д", "definition_en": "d"}
    return pd.Series(usual | {"target": float("nan"), "target_year": float("nan")} | changes)


def test_rules_of_the_indicator_that_differ_are_listed_and_no_others():
    old, new = (
        pd.DataFrame({"code": ["minimum_group", "small_group"], "value": values})
        for values in ((10.0, 5.0), (15.0, 6.0))
    )
    assert changed_rules((old, new), (card(), card())) == [("setting", "minimum_group", 10, 15)]
    assert changed_rules((old, old), (card(), card(definition_en="e"))) == [
        ("definition", "definition", None, None)
    ]
    coverage = card(kind="coverage")
    assert changed_rules((old, new), (coverage, card(kind="coverage", target=90.0))) == [
        ("setting", "small_group", 5, 6),
        ("target", "target", (None, None), (90.0, None)),
    ]
    assert changed_rules((old, new), (None, card())) == []
