"""A table in a form of its own is read by a recipe: right rows, or a remark at its cell."""

import io
from dataclasses import replace

import openpyxl
import pytest
from foreign_forms import EXAM, EXAM_RECIPE, HEADER, by_year, exam, of_places
from sent_files import REGISTER, text, xlsx

from data.intake.declared.checks import faults
from data.intake.received import recipe_reading
from data.intake.received.receive import Recipes, receive
from data.intake.received.recipe import ColumnRule, Given, Mark, NamedSchool, Recipe
from data.intake.received.school_names import KnownSchool, own_code
from data.intake.received.workbooks import Sheet
from data.intake.returned.marked import marked

WIDE = ("Муниципалитет", "2021", "2022")
RULE = of_places("Доли", WIDE, (2021, 2022))
ONE, TWO = (own_code(f"МБОУ СОШ {n}", "75609000") for n in (1, 2))


def sheet(*rows, name="Лист1"):
    return Sheet(name, [(n, list(row)) for n, row in enumerate(rows, 1) if any(row)])


def read(recipe, *rows, name="Лист1", known=(), file="файл.xlsx"):
    return recipe_reading.read(recipe, sheet(*rows, name=name), file, REGISTER, known)


def values(files, *names):
    return [tuple(row[name] for name in names) for row in files[0].rows.to_pylist()]


def told(problems, level=None):
    return [(p.row, p.column, p.value, p.rule) for p in problems if level in (None, p.level)]


def exam_lines(*lines, recipe=EXAM_RECIPE, known=()):
    """Read lines under the exam's header, which a text would have in one row."""
    flat = replace(recipe, header_rows=1)
    return read(flat, ["ЕГЭ"], HEADER, *lines, name="2022", known=known)


def test_an_exam_by_school_under_three_rows_of_header_comes_in_as_results():
    found = receive("ege.xlsx", exam(), REGISTER, kept=Recipes((EXAM_RECIPE,)))
    results, schools = found.files
    assert values([results], "school_id", "year", "procedure", "grade", "subject") == [
        (code, "2022", "EGE", "11", subject)
        for code in (ONE, TWO)
        for subject in ("russian", "mathematics_profile")
    ]
    assert [int(n) for n in results.rows["participants"].to_pylist()] == [20, 10, 10, 4]
    assert sum(int(n) for n in results.rows["below_threshold"].to_pylist()) == 5
    assert results.places.to_pylist() == [7, 7, 8, 8]
    assert values([schools], "school_id", "oktmo", "name", "locality", "basis", "source") == [
        (code, "75609000", name, "rural", "real", "ege.xlsx")
        for code, name in ((ONE, "МБОУ СОШ 1"), (TWO, "МБОУ СОШ 2"))
    ]
    assert told(found.problems, "acknowledge") == [(7, "", "МБОУ СОШ 1", "new_schools")]
    assert [(p.row, p.rule) for p in found.problems if p.rule.startswith("skipped")] == [
        (1, "skipped_title"),
        (5, "skipped_header"),
        (6, "skipped_total"),
    ]
    assert (found.unknown, {p.file for p in found.problems}) == ([], {"ege.xlsx"})


def test_the_same_form_is_read_wherever_it_stands_and_twice_alike():
    kept = Recipes((EXAM_RECIPE,))
    first, second = (receive("a.xlsx", exam(), REGISTER, kept=kept) for _ in range(2))
    lower = sheet(["Министерство"], ["на 1 сентября"], *EXAM, name="2022")
    third, _ = recipe_reading.read(EXAM_RECIPE, lower, "a.xlsx", REGISTER)
    assert len(third) == 2
    for files in (second.files, third):
        assert [file.sha256 for file in files] == [file.sha256 for file in first.files]
    assert third[0].places.to_pylist() == [9, 9, 10, 10]


def test_each_mark_of_nothing_is_asked_about_once_a_column_and_is_never_zero():
    rows = [WIDE, ("Агаповский МР", "н/д", 31), ("Аргаяшский МР", "–", "…")]
    rows += [("Ашинский МР", "x", "нет данных"), ("Брединский район", "н/д", "")]
    content = text(rows)
    found = receive("net.csv", content, REGISTER, kept=Recipes((RULE,)))
    assert values(found.files, "oktmo", "year", "value") == [("75603000", "2022", "31")]
    asked = [(p.row, p.column, p.value, p.expected) for p in found.problems if p.level != "note"]
    assert asked == [
        (2, "2021", "н/д", "2"),
        (3, "2021", "–", "1"),
        (4, "2021", "x", "1"),
        (3, "2022", "…", "1"),
        (4, "2022", "нет данных", "1"),
    ]
    empty = [p.row for p in found.problems if p.rule == "nothing_taken"]
    assert empty == [3, 4, 5]


def test_a_mark_that_the_recipe_knows_is_told_and_not_asked():
    known = replace(RULE, marks=(Mark(1, "Н/Д"), Mark(1, "школа закрыта")))
    _, problems = read(
        known, WIDE, ("Агаповский МР", "н/д", 31), ("Ашинский МР", "Школа закрыта", "н/д")
    )
    assert [p[:4] for p in told(problems) if p[3].startswith("mark")] == [
        (2, "2021", "н/д", "mark_known"),
        (3, "2021", "Школа закрыта", "mark_known"),
        (3, "2022", "н/д", "mark_asked"),
    ]


def test_a_mark_beside_a_number_leaves_a_cell_that_the_checks_name():
    files, _ = exam_lines(["Ашинский МР", "СОШ 1", 20, "н/д", 10, 2])
    found = [(p.row, p.column, p.rule) for p in faults(files[0], {}) if p.rule == "empty_cell"]
    assert found == [(2 + 1, HEADER[3], "empty_cell")]


def test_an_error_in_a_cell_is_no_mark():
    _, problems = read(RULE, WIDE, ("Агаповский МР", "#Н/Д", 31))
    assert told(problems, "stop") == [(2, "2021", "#Н/Д", "cell_error")]


def test_parts_of_one_are_a_hundred_times_as_much_exactly():
    parts = replace(RULE.columns[1], reading="parts_of_one")
    rule = replace(RULE, columns=(RULE.columns[0], parts))
    files, problems = read(
        rule, WIDE, ("Агаповский МР", 0.285, 1), ("Ашинский МР", "0,07", 1), ("Брединский МР", 1, 1)
    )
    assert values(files, "value") == [("28.5",), ("7",), ("100",)]
    assert told(problems, "acknowledge") == []


def test_a_name_that_stands_once_for_several_rows_is_taken_down_where_the_recipe_says():
    down = replace(EXAM_RECIPE.columns[0], down=True)
    rule = replace(EXAM_RECIPE, columns=(down, *EXAM_RECIPE.columns[1:]))
    lines = (["Ашинский МР", "СОШ 1", 20, 1, 10, 2], ["", "СОШ 2", 10, 2, 4, 0])
    files, problems = exam_lines(*lines, recipe=rule)
    assert len(files[1].rows) == 2 and told(problems, "stop") == []
    files, _ = exam_lines(*lines)
    assert values(files, "school_id")[2:] == [("СОШ 2",)] * 2  # no school: the checks refuse it


def test_totals_headings_between_and_what_stands_below_are_named():
    rule = replace(RULE, skipped=("Городские округа",), ends="Справочно")
    files, problems = read(
        rule,
        WIDE,
        ("Агаповский МР", 80, 81),
        ("Городские округа",),
        ("Троицкий ГО", 82, 83),
        ("Итого", 81, 82),
        ("Справочно:",),
        ("Ашинский МР", 1, 2),
    )
    assert files[0].places.to_pylist() == [2, 2, 4, 4]
    assert [(p.row, p.rule) for p in problems if p.row > 1] == [
        (5, "skipped_total"),
        (3, "skipped_by_recipe"),
        (6, "below_table"),
        (7, "below_table"),
    ]


def test_a_total_in_the_column_of_schools_is_no_school():
    files, problems = exam_lines(
        ["Ашинский МР", "СОШ 1", 20, 1, 10, 2], ["Ашинский МР", "Всего", 20, 1, 10, 2]
    )
    assert len(files[0].rows) == 2 and len(files[1].rows) == 1
    assert (4, "", "Ашинский МР", "skipped_total") in told(problems)


def test_columns_that_are_not_taken_are_named():
    rule = replace(RULE, header=(*WIDE, "Прим."), columns=RULE.columns[:2])
    _, problems = read(rule, (*WIDE, "Прим."), ("Агаповский МР", 80, 81, "по плану"))
    left = [p.column for p in problems if p.rule == "column_not_taken"]
    assert left == ["2022", "Прим."]


def stops(problems):
    return [(p.row, p.column, p.rule, p.expected) for p in problems if p.level == "stop"]


@pytest.mark.parametrize(
    ("header", "differences"),
    [
        (
            ("Муниципалитет", "2022", "2021"),
            [("2022", "other_form", "2021")] + [("2021", "other_form", "2022")],
        ),
        (("Муниципалитет", "2021"), [("2022", "form_lacks_column", "")]),
        (("2021", "2022"), [("Муниципалитет", "form_lacks_column", "")]),
        (("Муниципалитет", "2021", "2022", "2023"), [("2023", "form_has_not", "")]),
        (("Муниципалитет", "2021", "2021", "2022"), [("2021", "repeated_column", "")]),
        (("Школа", "2021", "2022"), [("Школа", "other_form", "Муниципалитет")]),
        (("Школа", "2021"), [("Школа", "other_form", "Муниципалитет")]),
        (("Школа", "Класс", "2022"), [("Школа", "other_form", "Муниципалитет")]),
        (
            ("№", "Муниципалитет", "2021", "2023"),
            [("№", "form_has_not", "")] + [("2023", "other_form", "2022")],
        ),
    ],
)
def test_another_form_is_refused_at_every_column_that_differs(header, differences):
    files, problems = read(RULE, ["Доля"], header, ("Агаповский МР", 1, 2, 3))
    assert files == []
    assert stops(problems) == [(2, *difference) for difference in differences]


def test_a_column_whose_year_is_read_is_found_in_another_place():
    columns = (ColumnRule(0, "oktmo"), *by_year(2021, 2022, where="heading"))
    rule = replace(RULE, columns=columns)
    files, problems = read(rule, ("№", "Муниципалитет", "2023", "2024"), (1, "Ашинский МР", 1, 2))
    assert (files, stops(problems)) == ([], [(1, "№", "form_has_not", "")])


def test_beside_a_column_that_lacks_all_that_is_wrong_in_the_others_is_named():
    header = ["Муниципальное образование", *HEADER[1:3], *HEADER[4:], "Прим."]
    content = xlsx(
        [
            ["ЕГЭ 2022"],
            header,
            *[
                ["Ашинский МР", "СОШ 1", "много", 10, 2, ""],
                ["Нигде", "СОШ 2", 20, 4, "н/д", ""],
                ["Ашинский МР", "СОШ 3", 20, 4, 5, ""],
            ],
        ]
    )
    flat = replace(EXAM_RECIPE, header_rows=1)
    flat = replace(flat, given=(Given("year", "title"), *EXAM_RECIPE.given[1:]))
    found = receive("ege.xlsx", content, REGISTER, kept=Recipes((flat,), asked=True))
    assert found.files == []
    asked = [(p.row, p.column, p.value, p.rule) for p in found.problems if p.level != "note"]
    assert asked == [
        (2, "", "", "fits_no_table"),
        (2, HEADER[3], "ЕГЭ по школам", "form_lacks_column"),
        (2, "Прим.", "ЕГЭ по школам", "form_has_not"),
        (4, HEADER[0], "Нигде", "unknown_municipality"),
        (4, HEADER[5], "н/д", "mark_asked"),
        (3, HEADER[2], "много", "wrong_type"),
        (4, HEADER[5], "", "empty_cell"),
        (5, HEADER[5], "5", "more_than"),
        (4, HEADER[1], "СОШ 2", "school_without_place"),
        (3, "", "СОШ 1", "new_schools"),
    ]
    assert {(p.sheet != "", p.file) for p in found.problems} == {(True, "ege.xlsx")}


def test_without_the_column_of_places_no_school_is_said_to_have_none():
    content = text([HEADER[1:], ("СОШ 1", 20, 1, 10, "два")])
    flat = replace(EXAM_RECIPE, header_rows=1)
    found = receive("ЕГЭ 2022.csv", content, REGISTER, kept=Recipes((flat,), asked=True))
    told_rules = [(p.rule, p.column) for p in found.problems if p.level == "stop"]
    assert ("form_lacks_column", HEADER[0]) in told_rules
    assert not any(rule in ("school_without_place", "doubtful_school") for rule, _ in told_rules)


def test_a_file_without_a_sheet_of_the_form_that_was_asked_for_is_refused():
    content = text([("Школа", "Год"), ("СОШ 1", 2022)])
    found = receive("a.csv", content, REGISTER, kept=Recipes((RULE,), asked=True))
    assert "other_form" in [p.rule for p in found.problems if p.level == "stop"]
    unasked = receive("a.csv", content, REGISTER, kept=Recipes((RULE,)))
    assert "other_form" not in [p.rule for p in unasked.problems]


def test_two_recipes_for_one_form_are_not_chosen_between():
    content = text([WIDE, ("Агаповский МР", 80, 81)])
    kept = Recipes((RULE, replace(RULE, name="Ещё")))
    found = receive("a.csv", content, REGISTER, kept=kept)
    assert (found.files, len(found.unknown)) == ([], 1)
    assert ("several_recipes", "Доли; Ещё") in [(p.rule, p.expected) for p in found.problems]


def test_years_read_from_headings_may_change_from_file_to_file():
    columns = (ColumnRule(0, "oktmo"), *by_year(2021, 2022, where="heading"))
    rule = replace(RULE, columns=columns)
    files, _ = read(rule, ("Муниципалитет", "2022", "2023/24"), ("Агаповский МР", 80, 81))
    assert values(files, "year", "value") == [("2022", "80"), ("2024", "81")]
    assert read(RULE, ("Муниципалитет", "2022", "2023"), ("Агаповский МР", 80, 81))[0] == []


def test_columns_of_one_row_whose_headings_tell_other_years_are_refused():
    header = ("Школа", "2021 · педагогов", "2021 · обучено")
    year = (Given("year", "heading"),)
    columns = (
        ColumnRule(0, "school_id"),
        ColumnRule(1, "teachers", given=year),
        ColumnRule(2, "trained", given=year),
    )
    rule = Recipe("Обучение", "training", header, 1, columns)
    for years, rows, stops in (((2022, 2022), 1, []), ((2022, 2023), 1, ["value_not_found"])):
        said = ("Школа", f"{years[0]} · педагогов", f"{years[1]} · обучено")
        files, problems = read(rule, said, ("60-1", 20, 10))
        assert [p[3] for p in told(problems, "stop")] == stops
        assert len(files[0].rows) == rows
    apart = replace(rule, header=(header[0], header[1], "2022 · обучено"))
    files, problems = read(apart, apart.header, ("60-1", 20, 10))
    assert (files, [(p.rule, p.column) for p in problems]) == (
        [],
        [("missing_column", "teachers"), ("missing_column", "trained")],
    )


@pytest.mark.parametrize(
    ("where", "file", "name", "title"),
    [
        ("file", "доли 2023.xlsx", "Лист1", "Доли"),
        ("sheet", "доли.xlsx", "2023", "Доли"),
        ("title", "доли.xlsx", "Лист1", "Доли за 2022/23 учебный год"),
    ],
)
def test_a_year_is_read_where_the_recipe_says_it_stands(where, file, name, title):
    of = (Given("indicator", "fixed", "IND-21"),)
    rule = replace(
        RULE,
        header=("Муниципалитет", "Доля"),
        columns=(ColumnRule(0, "oktmo"), ColumnRule(1, "value", given=of)),
        given=(*RULE.given, Given("year", where)),
    )
    rows = ([title], ("Муниципалитет", "Доля"), ("Агаповский МР", 80))
    files, problems = read(rule, *rows, name=name, file=file)
    assert values(files, "year") == [("2023",)] and told(problems, "stop") == []
    for other in ("нигде", "с 2021 по 2023 год"):
        places = {"file": file, "name": name, "title": title}
        places["name" if where == "sheet" else where] = other
        rows = ([places["title"]], *rows[1:])
        _, problems = read(rule, *rows, name=places["name"], file=places["file"])
        assert [p[3] for p in told(problems, "stop")] == ["value_not_found"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [("Доли", "year_of_recipe"), ("Доли за 2023 год", "other_year"), ("Доли, 2022", None)],
)
def test_a_fixed_year_is_asked_about_unless_the_file_tells_it(title, asked):
    of = (Given("indicator", "fixed", "IND-21"), Given("year", "fixed", "2022"))
    rule = replace(
        RULE,
        header=("Муниципалитет", "Доля"),
        columns=(ColumnRule(0, "oktmo"), ColumnRule(1, "value", given=of)),
    )
    _, problems = read(rule, [title], ("Муниципалитет", "Доля"), ("Агаповский МР", 80))
    assert [p[3] for p in told(problems, "acknowledge")] == ([asked] if asked else [])


def test_a_share_taken_for_a_number_of_pupils_is_asked_about():
    header = (*HEADER[:3], "Русский язык · не преодолен порог, %")
    rule = replace(EXAM_RECIPE, header=header, header_rows=1, columns=EXAM_RECIPE.columns[:4])
    _, problems = read(rule, ["ЕГЭ"], header, ["Ашинский МР", "СОШ 1", 20, 5], name="2022")
    assert (2, header[3], header[3], "share_for_count") in told(problems, "acknowledge")


def test_two_columns_for_one_value_are_two_rows_that_the_checks_refuse():
    rule = replace(RULE, columns=(RULE.columns[0], *by_year(2021, 2021)))
    files, _ = read(rule, WIDE, ("Агаповский МР", 80, 81))
    assert values(files, "year", "value") == [("2021", "80"), ("2021", "81")]


@pytest.mark.parametrize(
    ("change", "rule", "column"),
    [
        ({"given": ()}, "missing_column", "source"),
        ({"columns": RULE.columns[1:]}, "missing_column", "oktmo"),
        ({"columns": (*RULE.columns, ColumnRule(0, "oktmo"))}, "repeated_column", "oktmo"),
        ({"given": (*RULE.given, Given("year", "sheet"))}, "repeated_column", "year"),
    ],
)
def test_a_recipe_that_lacks_a_column_or_has_it_twice_is_refused(change, rule, column):
    files, problems = read(replace(RULE, **change), WIDE, ("Агаповский МР", 80, 81))
    assert (files, [(p.rule, p.column) for p in problems]) == ([], [(rule, column)])


KNOWN = (
    KnownSchool("75-1", "75609000", "МКОУ «СОШ № 1»"),
    KnownSchool("75-2", "75609000", "СОШ № 2 с. Илек"),
    KnownSchool("75-9", "75603000", "СОШ № 3"),
)


def test_known_schools_are_found_and_what_is_doubtful_stops_with_its_candidates():
    names = ("МБОУ СОШ 1", "МБОУ СОШ 2", "МБОУ СОШ 3", "СОШ")
    files, problems = exam_lines(
        *(["Ашинский МР", name, 20, 1, None, None] for name in names), known=KNOWN
    )
    new = own_code("МБОУ СОШ 3", "75609000")
    assert values(files, "school_id") == [("75-1",), ("МБОУ СОШ 2",), (new,), ("СОШ",)]
    stops = [(p.row, p.value, p.rule, p.expected) for p in problems if p.level == "stop"]
    assert stops == [
        (4, "МБОУ СОШ 2", "doubtful_school", "СОШ № 2 с. Илек (75-2)"),
        (6, "СОШ", "doubtful_school", ""),
    ]
    assert values(files[1:], "school_id") == [(new,)]


def test_what_a_person_said_of_a_name_is_remembered():
    said = (
        NamedSchool("75609000", "МБОУ СОШ 2", "75-2"),
        NamedSchool("75609000", "МБОУ СОШ 1", ""),
    )
    files, problems = exam_lines(
        ["Ашинский МР", "МБОУ «СОШ 2»", 20, 1, None, None],
        ["Ашинский МР", "МБОУ СОШ 2", 20, 1, None, None],
        ["Ашинский МР", "МБОУ СОШ 1", 20, 1, None, None],
        recipe=replace(EXAM_RECIPE, schools=said),
        known=KNOWN,
    )
    assert values(files, "school_id")[1:] == [("75-2",), (own_code("СОШ 1", "75609000"),)]
    assert [p.row for p in problems if p.rule == "doubtful_school"] == [3]


def test_any_declared_table_may_be_read():
    header = ("Школа", "Педагогов", "Обучено в 2022")
    rule = Recipe(
        "Обучение",
        "training",
        header,
        1,
        (
            ColumnRule(0, "school_id"),
            ColumnRule(1, "teachers"),
            ColumnRule(2, "trained"),
        ),
        (Given("year", "fixed", "2022"),),
    )
    files, problems = read(rule, header, ("60-1", 20, "1 005"), file="2022.xlsx")
    assert values(files, "school_id", "year", "teachers", "trained") == [
        ("60-1", "2022", "20", "1005")
    ]
    assert told(problems, "acknowledge") == []


def test_a_code_of_the_row_itself_is_made_of_what_the_row_must_have():
    header = ("Подопечная", "Наставник", "Начало", "Конец")
    rule = Recipe(
        "Пары",
        "mentorship",
        header,
        1,
        tuple(
            ColumnRule(place, gives)
            for place, gives in enumerate(("mentee_id", "mentor_id", "start_date", "end_date"))
        ),
        (Given("mentorship_id", "made"), Given("form", "fixed", "школа — школа")),
    )
    pairs = [("60-1", "60-2", "01.09.2021", ""), ("60-1", "60-3", "01.09.2021", "")]
    first, _ = read(rule, header, *pairs)
    later, _ = read(rule, header, pairs[1], (*pairs[0][:3], "01.06.2022"))
    codes = dict(values(first, "mentor_id", "mentorship_id"))
    assert len(set(codes.values())) == 2
    assert dict(values(later, "mentor_id", "mentorship_id")) == codes
    assert faults(first[0], {}) == [] or {p.rule for p in faults(first[0], {})} == {
        "unknown_reference"
    }


def test_a_sheet_is_left_as_it_was():
    merged = Sheet("2022", [(n, list(row)) for n, row in enumerate(EXAM, 1)], (((6, 0), (7, 0)),))
    merged.rows[7][1][0] = ""
    before = [list(cells) for _, cells in merged.rows]
    recipe_reading.read(replace(EXAM_RECIPE, header_rows=1), merged, "", REGISTER)
    assert [list(cells) for _, cells in merged.rows] == before


def test_what_cannot_be_read_is_named_at_its_row_and_by_the_sheets_own_heading():
    files, problems = read(RULE, WIDE, ("Троицкий", 1.0, "много"), ("Нигде", "#Н/Д", 2.0))
    assert told(problems, "stop") == [
        (2, "Муниципалитет", "Троицкий", "ambiguous_name"),
        (3, "Муниципалитет", "Нигде", "unknown_municipality"),
        (3, "2021", "#Н/Д", "cell_error"),
    ]
    found = [(p.row, p.column, p.value, p.rule) for p in faults(files[0], {})]
    assert (2, "2022", "много", "wrong_type") in found
    assert files[0].columns == {"Муниципалитет": 1, "2021": 2, "2022": 3}


def test_the_marked_copy_has_each_remark_at_the_cell_of_its_column():
    content = xlsx([["Доля"], WIDE, ["Ашинский МР", 98, "много"]], sheet="Лист1")
    (file,) = receive("a.xlsx", content, REGISTER, kept=Recipes((RULE,))).files
    bad = [p for p in faults(file, {}) if p.rule == "wrong_type"]
    places = {(file.sheet, heading): place for heading, place in file.columns.items()}
    copy = openpyxl.load_workbook(
        io.BytesIO(marked("a.xlsx", content, bad, lambda p: p.rule, places, "ru"))
    )
    assert {c.coordinate for line in copy["Лист1"] for c in line if c.comment} == {"C3"}


@pytest.mark.parametrize("header", [WIDE, ("Район", *WIDE[1:])])
def test_every_remark_names_the_file_and_the_sheet(header):
    _, problems = read(RULE, ["Доля"], header, ("Ашинский МР", 1, "x"), file="сводка.xlsx")
    assert {(p.file, p.sheet) for p in problems} == {("сводка.xlsx", "Лист1")}


def test_personal_data_within_the_table_stop_it_and_around_it_are_passed_over():
    rows = [["Исполнитель: Иванов Иван Иванович"], WIDE, ("Ашинский МР", 80, 81)]
    kept = Recipes((RULE,))
    found = receive("a.csv", text(rows), REGISTER, kept=kept)
    assert [(p.row, p.level) for p in found.problems if "personal" in p.rule] == [(1, "note")]
    rows.append(("Агаповский МР", "Иванов Иван Иванович", 5))
    found = receive("a.csv", text(rows), REGISTER, kept=kept)
    assert (4, "stop") in [(p.row, p.level) for p in found.problems if "personal" in p.rule]
