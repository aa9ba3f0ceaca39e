"""What each school adds to an indicator, against the files and against the published counts."""

import pytest
from plain_counts import KINDS, SHOWN
from sqlalchemy import BindParameter, literal_column
from sqlalchemy.sql.visitors import replacement_traverse

from data import store
from data.indicators import MissingIndicatorError, declared
from data.schema import municipal_indicator
from queries import counting, published_values
from queries.counting import questions
from queries.view import View


@pytest.fixture(scope="module")
def published(answer):
    """Published counts by municipality, year and indicator: (numerator, denominator)."""

    def question():
        row = municipal_indicator.c
        names = ("oktmo", "year", "indicator", "numerator", "denominator")
        return municipal_indicator.select().with_only_columns(*[row[name] for name in names])

    sums = {}
    for row in answer(question):
        key = (row["oktmo"], row["year"], row["indicator"])
        sums[key] = tuple(
            (old or 0) + (row[name] or 0)
            for name, old in zip(("numerator", "denominator"), sums.get(key, (0, 0)), strict=True)
        )
    return sums


def asked_of(answer, indicator, oktmo, year):
    view = View("", year, year, municipality=oktmo, indicator=indicator)
    return answer(questions(indicator, SHOWN[indicator]["kind"]).by_school, view)


def everywhere(built, indicator, year):
    """Ask the same question of all municipalities at once: of each school's own."""
    view = View("", year, year, municipality="any", indicator=indicator)

    def own(element, **_):
        if isinstance(element, BindParameter) and element.key == "municipality":
            return literal_column("school.oktmo")
        return None

    question = replacement_traverse(
        questions(indicator, SHOWN[indicator]["kind"]).by_school(view), {}, own
    )
    rows = store.fetch_arrow(store.engine(built.version), question).to_pylist()
    return {row["school_id"]: (row["numerator"], row["denominator"]) for row in rows}


@pytest.mark.parametrize("indicator", KINDS)
def test_schools_add_up_to_the_published_count_everywhere_and_are_those_of_the_files(
    built, plain, published, indicator
):
    for year in sorted({year for _, year, _ in published}):
        found = everywhere(built, indicator, year)
        assert set(found) == set(plain.schools)
        for oktmo, schools in plain.places.items():
            parts = {part[0]: part[1:] for part in plain.parts(oktmo, year, indicator)}
            for school in schools:
                assert found[school] == parts.get(school, (None, None))
            sums = tuple(sum(found[school][part] or 0 for school in schools) for part in (0, 1))
            assert sums == published.get((oktmo, year, indicator), (0, 0))


@pytest.mark.parametrize("indicator", KINDS)
def test_a_question_of_one_municipality_gives_its_schools_and_no_others(
    answer, built, plain, indicator
):
    found = everywhere(built, indicator, 2022)
    for oktmo in sorted(plain.places)[::6]:
        own = asked_of(answer, indicator, oktmo, 2022)
        amounts = {row["school_id"]: (row["numerator"], row["denominator"]) for row in own}
        assert amounts == {school: found[school] for school in plain.places[oktmo]}


def test_a_published_value_stands_for_its_municipality(answer, plain):
    for row in plain.rows("indicator_value"):
        view = View("", int(row["year"]), 0, municipality=row["oktmo"], indicator=row["indicator"])
        (found,) = answer(questions(row["indicator"], "value").by_school, view)
        assert (found["school_id"], found["numerator"]) == ("", float(row["value"]))
        assert answer(published_values.value_rows, view) == [
            {
                "school_id": "",
                "value": float(row["value"]),
                "numerator": None,
                "denominator": None,
            }
        ]
    elsewhere = View("", 2022, 0, municipality="60601000", indicator="IND-21")
    assert answer(published_values.value, elsewhere) == []


def test_an_indicator_that_is_not_counted_by_hand_is_refused_by_its_name(plain):
    school = next(iter(plain.schools))
    with pytest.raises(
        LookupError, match=r"IND-99 .* Files.of_school of tests/queries/plain_count"
    ):
        plain.of_school(school, 2022, "IND-99")


def test_every_shown_indicator_tells_how_it_is_counted(built, plain):
    for row in plain.rows("shown_indicator"):
        how = questions(row["code"], row["kind"])
        view = View("", 2022, 2022, municipality="60601000", indicator=row["code"])
        for question in (how.by_school, how.rows):
            assert "school_id" in store.fetch(built.version, question(view)).columns


def test_an_indicator_that_nothing_counts_says_where_to_add_it():
    with pytest.raises(MissingIndicatorError) as missing:
        questions("IND-99", "coverage")
    assert str(missing.value) == (
        "no module counts the indicator 'IND-99' of data/facts/shown_indicator.csv: "
        "add one to data/indicators, with COUNTED = Counted('IND-99', …)"
    )


def test_what_is_counted_is_shown():
    shown = {code if row["kind"] == "coverage" else row["kind"] for code, row in SHOWN.items()}
    assert set(declared()) == shown - {"value"}


def test_rows_are_those_the_count_is_made_of(answer, plain):
    """Sums over the rows of a school give what the school adds."""
    oktmo, year = "60701000", 2022
    for indicator, part, whole in (
        ("IND-07-VPR", "below_threshold", "participants"),
        ("IND-20", "trained", "teachers"),
    ):
        view = View("", year, year, municipality=oktmo, indicator=indicator)
        rows = answer(questions(indicator, SHOWN[indicator]["kind"]).rows, view)
        assert rows
        for school, below, written in plain.parts(oktmo, year, indicator):
            own = [row for row in rows if row["school_id"] == school]
            assert (sum(row[part] for row in own), sum(row[whole] for row in own)) == (
                below,
                written,
            )


def test_pairs_that_count_are_those_in_force_with_a_resilient_mentor(answer, plain):
    for oktmo in sorted(plain.places)[::3]:
        schools = plain.places[oktmo]
        view = View("", 2022, 2022, municipality=oktmo, indicator="IND-03")
        rows = answer(questions("IND-03", "coverage").rows, view)
        counting = {(row["school_id"], row["mentor"]) for row in rows if row["counts"]}
        assert counting == {
            (school, f"{plain.schools[mentor]['name']} ({mentor})")
            for school in schools
            for mentor in plain.mentors(school, 2022)
        }


def test_places_name_the_municipality_of_every_school(answer, plain):
    found = {row["school_id"]: row["municipality"] for row in answer(counting.places)}
    assert found == {school: plain.names[row["oktmo"]] for school, row in plain.schools.items()}
