"""A recipe is guessed from headings, cells and what stands around, each guess with its reason."""

import pytest
from foreign_forms import EXAM_RECIPE, exam
from sent_files import REGISTER, text

from data.intake.received import recipe_guesses, recipe_value_guesses, recipe_values
from data.intake.received.receive import receive
from data.schema import metadata


def guessed(content, file):
    """Table, columns by place, and values that no cell tells, of the one sheet of a file."""
    (grid,) = receive(file, content, REGISTER).unknown
    at = recipe_values.around(file, grid)
    table = recipe_guesses.table_of(grid, at, REGISTER)
    columns = recipe_guesses.columns(grid, table, REGISTER)
    rules = [guess.rule for guess in columns]
    given = recipe_value_guesses.given(table, rules, at, REGISTER)
    return table.name, columns, given, recipe_guesses.marks(grid, rules)


def test_the_whole_recipe_of_an_exam_by_school_is_guessed():
    table, columns, given, marks = guessed(exam(), "ege.xlsx")
    assert (table, tuple(guess.rule for guess in columns)) == (
        "assessment_result",
        EXAM_RECIPE.columns,
    )
    assert [(guess.reason, guess.word) for guess in columns][1:3] == [
        ("by_heading", "Образовательная организация"),
        ("by_heading", "приняло участие"),
    ]
    assert {guess.given for guess in given} == {
        one for one in EXAM_RECIPE.given if one.column != "school.locality"
    }
    assert [(guess.reason, guess.found) for guess in given] == [
        ("by_place", "2022"),
        ("by_place", "EGE"),
        ("by_procedure", "EGE"),
    ]
    assert marks == []


def test_years_over_columns_are_read_from_their_headings_and_marks_are_listed():
    rows = [
        ("Муниципалитет", "2021", "2022"),
        ("Агаповский МР", "н/д", 31),
        ("Ашинский МР", "x", "–"),
    ]
    table, columns, given, marks = guessed(text(rows), "net.csv")
    assert table == "indicator_value"
    assert [(c.rule.place, c.rule.gives, [g.where for g in c.rule.given]) for c in columns] == [
        (0, "oktmo", []),
        (1, "value", ["heading"]),
        (2, "value", ["heading"]),
    ]
    assert [guess.given.column for guess in given] == ["source"]
    assert marks == [(1, "н/д"), (1, "x"), (2, "–")]


@pytest.mark.parametrize(
    ("file", "header", "row", "table", "found"),
    [
        (
            "обучение 2022.csv",
            ["Школа", "Район", "Педагогов всего", "Прошли обучение"],
            ["СОШ 1", "Ашинский МР", 20, 5],
            "training",
            {"year": "2022"},
        ),
        (
            "ВПР русский язык 5 класс 2022.csv",
            ["МО", "ОО", "Писали", "Двоек, чел."],
            ["Ашинский МР", "СОШ 1", 20, 5],
            "assessment_result",
            {"year": "2022", "procedure": "VPR", "grade": "5", "subject": "russian"},
        ),
    ],
)
def test_what_the_files_name_tells_is_guessed(file, header, row, table, found):
    name, columns, given, _ = guessed(text([header, row]), file)
    assert (name, len(columns)) == (table, 4)
    assert {guess.given.column: guess.found for guess in given} == found


def test_a_column_of_municipalities_without_a_known_word_is_told_by_its_cells():
    rows = [("Кто", "Укомплектованность 2022"), ("Агаповский МР", 31), ("Ашинский МР", 32)]
    _, columns, _, _ = guessed(text(rows), "a.csv")
    assert [(c.rule.gives, c.reason) for c in columns] == [
        ("oktmo", "by_cells"),
        ("value", "by_heading"),
    ]


@pytest.mark.parametrize(
    ("title", "year"), [("Итоги 2022 года", "title"), ("Итоги за 2021 и 2022 годы", None)]
)
def test_a_place_that_tells_two_values_tells_none(title, year):
    rows = [[title], ["Школа", "Район", "Педагогов всего", "Прошли обучение"]]
    _, _, given, _ = guessed(text([*rows, ["СОШ 1", "Ашинский МР", 20, 5]]), "a.csv")
    assert next((g.given.where for g in given if g.given.column == "year"), None) == year


def test_words_of_a_code_inside_those_of_another_are_not_counted():
    subject = metadata.tables["assessment_result"].c.subject
    codes = recipe_values.codes_in
    assert codes("Математика (профиль), чел.", subject) == ["mathematics_profile"]
    assert codes("Русский язык и математика", subject) == ["russian", "mathematics"]
    assert codes("МА", subject) == ["mathematics"] and codes("по МА и РЯ", subject) == []
    assert codes("черчение", subject) == []
