"""A sheet in a form of its own: guessed, changed, read by its recipe, the next time by itself."""

import csv
import io
from dataclasses import replace

import pytest

from components.import_data import screening
from components.import_data.files import READ
from components.shell import roles
from data import store
from data.intake.received import saved_recipes
from data.schema import INTAKE_TABLES
from tests.data.foreign_forms import EXAM, EXAM_RECIPE, exam
from tests.pages.conftest import through_app

ROWS = [
    ["Сводка по кадрам", "", ""],
    ["Муниципалитет", "2022", ""],
    ["", "укомплектованность, %", "ставок"],
    ["г. Азов", "91,5", "100"],
    ["Азовский район", "н/д", "100"],
]
MOST = 40


@pytest.fixture(autouse=True)
def own_copy(ready_store, tmp_path, monkeypatch):
    """Recipes are kept in a store of the test's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name in (ready_store.version.path.name, store.POINTER):
        (folder / name).hardlink_to(ready_store.folder / name)
    monkeypatch.setenv("MONITOR_STORE", str(folder))
    return folder


def sent(rows):
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(rows)
    return written.getvalue().encode()


def offered(new_reader, content, name="кадры.csv"):
    page = new_reader()
    page.switch_page("pages/import_data.py")
    page.run()
    through_app(page)
    page.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    assert not page.exception, page.exception[0].message
    return page


def of_key(nodes, beginning):
    """The one widget whose key begins so."""
    (found,) = [node for node in nodes if (node.key or "").startswith(beginning)]
    return found


def brought(page):
    (found,) = page.session_state[READ].values()
    return found


def said(page):
    return " ".join(html.proto.body for html in page.get("html"))


def columns(page):
    return of_key(page.selectbox, "column_").options


def controls(page):
    """All that can be pressed, chosen or typed in the part of the page."""
    main = page.main
    kinds = (main.selectbox, main.button_group, main.text_input, main.checkbox, main.button)
    return [node for nodes in kinds for node in nodes]


def press(page, beginning):
    of_key(page.button, beginning).click().run()
    assert not page.exception, page.exception[0].message


def test_an_exam_by_school_comes_in_after_one_answer_and_a_name(new_reader, own_copy):
    page = offered(new_reader, exam(), "ege.xlsx")
    assert of_key(page.selectbox, "table_").value == "assessment_result"
    of_key(page.selectbox, "region_").set_value("75").run()
    assert "Русский язык, чел. · приняло участие" in said(page)
    assert "по заголовку «приняло участие»" in said(page)
    assert len(controls(page)) <= MOST
    place = of_key(page.selectbox, "given_" + place_key(page, "school.locality"))
    place.select_index(place.options.index("сельская")).run()
    assert "Результаты ВПР, ОГЭ, ЕГЭ**: выйдет 4 строки" in shown(page)
    assert not [button for button in page.button if (button.key or "").startswith("apply_")]
    assert "Дайте рецепту название." in captions(page)
    of_key(page.text_input, "name_").set_value(EXAM_RECIPE.name).run()
    assert "Дайте рецепту название." not in captions(page)
    press(page, "apply_")
    results, schools = brought(page).received.files
    assert sum(map(int, results.rows["participants"].to_pylist())) == 44
    assert sum(map(int, results.rows["below_threshold"].to_pylist())) == 5
    assert (results.rows.num_rows, schools.rows.num_rows) == (4, 2)
    assert brought(page).received.unknown == []
    assert brought(page).recipes == (EXAM_RECIPE,)
    assert saved_recipes.saved(own_copy) == []  # this reader may not write
    asked = {p.rule for p in page.session_state[screening.SCREENED][1].of("acknowledge")}
    assert "new_schools" in asked


def test_a_saved_recipe_is_used_by_itself_told_and_can_be_laid_aside(new_reader, own_copy):
    saved_recipes.save(own_copy, EXAM_RECIPE)
    again = offered(new_reader, exam(), "ege.xlsx")
    assert len(brought(again).received.files) == 2
    assert "Лист прочитан по рецепту «ЕГЭ по школам»" in said(again)
    press(again, "otherwise_")
    assert brought(again).received.files == []
    assert of_key(again.selectbox, "rule_").options[1:] == [EXAM_RECIPE.name]


def place_key(page, name):
    """The rest of the key of the control of a value."""
    (found,) = [
        node.key.removeprefix("given_")
        for node in page.selectbox
        if (node.key or "").startswith("given_") and node.key.endswith(f"_{name}")
    ]
    return found


def captions(page):
    return [node.value for node in page.caption]


def shown(page):
    return " ".join(node.value for node in page.markdown)


def test_the_header_found_is_shown_and_another_can_be_chosen(new_reader):
    page = offered(new_reader, sent(ROWS))
    joined = ["A: Муниципалитет", "B: 2022 · укомплектованность, %", "C: 2022 · ставок"]
    assert columns(page) == joined
    first, last = (of_key(page.selectbox, f"{name}_") for name in ("first", "last"))
    assert (first.value, last.value) == (2, 3)
    first.set_value(3).run()
    assert columns(page) == ["B: укомплектованность, %", "C: ставок"]
    of_key(page.selectbox, "first_").set_value(4).run()
    assert columns(page) == ["A: г. Азов", "B: 91,5", "C: 100"]


def leave_out(page, place):
    of_key(page.selectbox, "column_").select_index(place).run()
    of_key(page.selectbox, "what_").select_index(0).run()


def test_what_was_said_of_a_column_stays_while_another_is_looked_at(new_reader):
    page = offered(new_reader, sent(ROWS))
    assert "сказано вами" not in said(page)
    leave_out(page, 2)
    assert "сказано вами" in said(page)
    of_key(page.selectbox, "column_").select_index(1).run()
    of_key(page.selectbox, "column_").select_index(2).run()
    assert of_key(page.selectbox, "what_").value == ()
    of_key(page.text_input, "name_").set_value("Кадры").run()
    press(page, "apply_")
    rows = brought(page).received.files[0].rows.to_pylist()
    assert [(row["oktmo"], row["year"], row["value"]) for row in rows] == [
        ("60704000", "2022", "91.5")
    ]
    told = [(p.row, p.rule) for p in brought(page).received.problems]
    assert (1, "skipped_title") in told and (5, "nothing_taken") in told
    assert (5, "mark_asked") in told


def test_a_mark_that_is_said_to_mean_nothing_is_remembered(new_reader):
    page = offered(new_reader, sent(ROWS))
    leave_out(page, 2)
    of_key(page.pills, "marks_").set_value(["н/д"]).run()
    of_key(page.text_input, "name_").set_value("Кадры").run()
    press(page, "apply_")
    (kept,) = brought(page).recipes
    assert [(mark.place, mark.text) for mark in kept.marks] == [(1, "н/д")]
    assert "mark_known" in {p.rule for p in brought(page).received.problems}


def test_a_table_of_many_columns_has_no_more_controls(new_reader):
    years = range(2000, 2060)
    wide = [["Муниципалитет", *(f"доля {year}" for year in years)], ["г. Азов", *map(str, years)]]
    page = offered(new_reader, sent(wide))
    assert len(columns(page)) == 61
    assert "Пока не хватает: Показатель." in captions(page)
    place = of_key(page.selectbox, "given_" + place_key(page, "indicator"))
    place.select_index(0).run()
    assert not any("Пока не хватает" in said for said in captions(page))
    assert "выйдет 60 строк" in shown(page)
    assert len(controls(page)) <= MOST


def test_a_file_of_nothing_to_read_is_told_of(new_reader):
    page = offered(new_reader, sent([["Просто текст"]]))
    assert "На листе нет таблицы" in said(page) and "Ни в одном файле" in said(page)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_sheet_may_be_said_to_be_of_any_table(new_reader, language):
    page = new_reader()
    page.query_params["language"] = language
    page.switch_page("pages/import_data.py").run()
    page.file_uploader[0].set_value([("ege.xlsx", exam(), "text/csv")]).run()
    for table in INTAKE_TABLES:
        of_key(page.selectbox, "table_").set_value(table.name).run()
        assert not page.exception, (table.name, page.exception[0].message)
        assert len(controls(page)) <= MOST
        for place in range(len(EXAM_RECIPE.header)):
            of_key(page.selectbox, "column_").select_index(place)
        page.run()


@pytest.fixture
def named(tmp_path, monkeypatch):
    """The file of roles, by which whoever has not signed in sees schools, or none."""
    path = tmp_path / "roles.csv"
    monkeypatch.setenv(roles.FILE, str(path))

    def write(row):
        path.write_text(f"{';'.join(roles.HEAD)}\n{row}", encoding="utf-8")

    return write


def exam_of_known_schools():
    rows = [list(row) for row in EXAM]
    rows[6][:2], rows[7][:2] = ["г. Екатеринбург", "СОШ № 27"], ["г. Екатеринбург", "СОШ № 46"]
    return exam(rows)


def through(page, _changed):
    """Let a change be seen by a reader whose right app.py decides, as in a browser."""
    through_app(page)
    page.run()
    assert not page.exception, page.exception[0].message


def test_doubtful_schools_are_chosen_one_by_one_or_taken_as_new_at_once(new_reader, named):
    named("*;reader;\n")
    page = offered(new_reader, exam_of_known_schools(), "ege.xlsx")
    through(page, of_key(page.selectbox, "region_").set_value("65"))
    assert "ОО № 27 (Орджоникидзевский район) (65701-027)" in said(page)
    assert "известных 0, неясных 2, новых 0." in " ".join(captions(page))
    through(page, of_key(page.selectbox, "is_").select_index(0))
    through(page, of_key(page.checkbox, "new_").set_value(True))
    place = of_key(page.selectbox, "given_" + place_key(page, "school.locality"))
    through(page, place.select_index(0))
    through(page, of_key(page.text_input, "name_").set_value("ЕГЭ"))
    # What comes out is shown below; AppTest has no click that goes through app.py.
    assert ">65701-027</td>" in said(page) and ">OWN-65701000-46-" in said(page)
    assert "Не ясно, какая это школа" not in said(page)
    assert of_key(page.button, "apply_")


def test_schools_alike_are_taken_at_once_beside_their_names(new_reader, named):
    named("*;reader;\n")
    page = offered(new_reader, exam_of_known_schools(), "ege.xlsx")
    through(page, of_key(page.selectbox, "region_").set_value("65"))
    through(page, of_key(page.checkbox, "alike_").set_value(True))
    assert "известных 2, неясных 0, новых 0." in " ".join(captions(page))
    assert len(controls(page)) <= MOST


def test_a_list_is_read_again_once_its_reader_sees_the_schools(new_reader, named, own_copy):
    saved_recipes.save(own_copy, replace(EXAM_RECIPE, region="65"))
    named("")
    page = offered(new_reader, exam_of_known_schools(), "ege.xlsx")
    rules = {p.rule for p in brought(page).received.problems}
    assert "new_schools" in rules and "doubtful_school" not in rules
    named("*;reader;\n")
    through_app(page)
    page.run()
    rules = {p.rule for p in brought(page).received.problems}
    assert "doubtful_school" in rules and "new_schools" not in rules


def test_two_lists_with_the_same_new_schools_name_them_once_in_either_order(new_reader, own_copy):
    saved_recipes.save(own_copy, EXAM_RECIPE)
    page = new_reader()
    page.switch_page("pages/import_data.py")
    page.run()
    through_app(page)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    lists = [(f"ege_{year}.xlsx", exam(sheet=str(year)), kind) for year in (2022, 2023)]
    page.file_uploader[0].set_value(lists).run()
    assert not page.exception, page.exception[0].message
    assert named_schools(page) == [2, 0]
    page.file_uploader[0].set_value(lists[1:]).run()
    assert not page.exception, page.exception[0].message
    assert named_schools(page) == [2]


def named_schools(page):
    """How many schools each file names as new."""
    found = [each.received.files for each in page.session_state[READ].values()]
    return [sum(len(f.rows) for f in files if f.table.name == "school") for files in found]
