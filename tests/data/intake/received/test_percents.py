"""Values that may be no per cent are asked about, in whatever form the table came."""

import pytest
from foreign_forms import of_places
from sent_files import REGISTER, ods, text, xlsx

from data.intake.declared.checks import faults
from data.intake.received import recipe_reading
from data.intake.received.receive import receive

HEADER = ["ОКТМО", "Год", "Показатель", "Значение", "Источник"]
DECLARED = ["oktmo", "year", "indicator", "value", "source"]
WIDE = ("Муниципалитет", "2022")
RULE = of_places("Доли", WIDE, (2022,))


def tsv(rows):
    return text(rows, "\t")


def words(rows):
    return xlsx([[str(cell).replace(".", ",") for cell in cells] for cells in rows])


def by_recipe(grid):
    return recipe_reading.read(RULE, grid.whole, "", REGISTER)


def asked(found):
    return [(p.row, p.column, p.value, p.rule, p.expected) for p in found if p.level != "note"]


@pytest.mark.parametrize("make", [xlsx, ods, text, tsv, words])
@pytest.mark.parametrize("header", [HEADER, DECLARED])
def test_parts_of_one_are_asked_about_in_every_format(make, header):
    rows = [[60704000, 2021, "IND-21", part, "отчёт"] for part in (1, 0.31, 0.42)]
    found = receive("доли", make([header, *rows]), REGISTER)
    assert asked(found.problems) == [(3, "value", "0.31", "parts_of_one", "")]
    assert {(p.file, p.level) for p in found.problems} == {("доли", "acknowledge")}


def test_the_fast_way_asks_too():
    rows = [[60704000, 2021, "IND-21", part, "отчёт", "", ""] for part in (0.31, 0.42)]
    header = [*DECLARED, "numerator", "denominator"]
    found = receive("indicator_value.csv", text([header, *rows], ","), REGISTER)
    assert found.files[0].places is None
    assert asked(found.problems) == [(2, "value", "0.31", "parts_of_one", "")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["0,31", "0,42"], ["parts_of_one"]),
        (["0,31", "1", "1,05"], ["parts_of_one"]),
        (["0,31", "0,42", "31"], ["parts_of_one"]),
        (["0", "1", "0"], []),
        (["0,5", "31", "42"], []),
        (["0,5 %", "н/д", "42", "31"], ["mark_asked"]),
        (["100", "99,5"], []),
        (["1234", "99", "101"], ["above_hundred"]),
        (["0,31", "1234"], ["parts_of_one", "above_hundred"]),
    ],
)
def test_a_column_of_a_foreign_table_is_asked_about_once(values, expected):
    places = ("Агаповский МР", "Аргаяшский МР", "Ашинский МР", "Брединский МР")
    rows = [[place, value] for place, value in zip(places, values, strict=False)]
    grid = receive("a.csv", text([WIDE, *rows]), REGISTER).unknown[0]
    found = by_recipe(grid)[1]
    assert [rule for *_, rule, _ in asked(found)] == expected
    assert all((p.column, p.sheet) == ("2022", "") for p in found if p.level != "note")


def test_how_many_are_above_a_hundred_is_told_at_the_first():
    rows = [["Агаповский МР", 80], ["Аргаяшский МР", 1234], ["Ашинский МР", 200]]
    grid = receive("a.csv", text([WIDE, *rows]), REGISTER).unknown[0]
    assert asked(by_recipe(grid)[1]) == [(3, "2022", "1234", "above_hundred", "2")]


def test_a_negative_per_cent_stops():
    grid = receive("a.csv", text([WIDE, ["Агаповский МР", -5]]), REGISTER).unknown[0]
    (read,), _ = by_recipe(grid)
    found = [(p.row, p.rule, p.level) for p in faults(read, {})]
    assert (2, "too_small", "stop") in found


def test_indicators_of_one_column_are_asked_about_each_for_itself():
    rows = [[60704000, 2021, "IND-21", 0.31, "отчёт"]]
    rows += [[60704000, year, "IND-20", 31 + year % 7, "отчёт"] for year in range(2010, 2020)]
    found = receive("a.csv", text([HEADER, *rows]), REGISTER)
    assert asked(found.problems) == [(2, "value", "0.31", "parts_of_one", "")]
