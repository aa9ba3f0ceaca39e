"""A form that a person explained once is read from a terminal by itself, or by the recipe named."""

import json
from dataclasses import replace

import pytest
from foreign_forms import EXAM_RECIPE, exam
from small_region import stored

from data import store
from data.__main__ import main
from data.intake.received import saved_recipes

ACCOUNT = ["--by", "Координатор", "--why", "ЕГЭ"]


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "ege.xlsx"
    path.write_bytes(exam())
    return str(path)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def checked(capsys, *words):
    code = main(["check", "--json", *words])
    return code, json.loads(capsys.readouterr().out)


def rules(told, level):
    return {problem["rule"] for problem in told["problems"] if problem["level"] == level}


def test_a_saved_recipe_that_fits_is_used_by_itself_and_told(sent, folder, capsys):
    code, told = checked(capsys, sent, "--store", str(folder))
    assert (code, rules(told, "acknowledge")) == (1, {"fits_no_table"})
    saved_recipes.save(folder, EXAM_RECIPE)
    code, told = checked(capsys, sent, "--store", str(folder))
    assert (code, rules(told, "acknowledge")) == (0, {"new_schools"})
    assert "read_by_recipe" in rules(told, "note")
    assert main(["publish", sent, *ACCOUNT, "--acknowledge", "all", "--store", str(folder)]) == 0
    rows = stored(store.current(folder))["assessment_result"].values()
    assert len(rows) == 4
    assert sum(int(row["participants"]) for row in rows) == 44
    assert sum(int(row["below_threshold"]) for row in rows) == 5


def test_what_is_brought_twice_changes_nothing_and_its_schools_are_known(sent, folder, capsys):
    saved_recipes.save(folder, EXAM_RECIPE)
    assert main(["publish", sent, *ACCOUNT, "--acknowledge", "all", "--store", str(folder)]) == 0
    before = stored(store.current(folder))
    capsys.readouterr()
    code, told = checked(capsys, sent, "--store", str(folder))
    assert (code, rules(told, "acknowledge")) == (0, set())
    assert sum(row["added"] + row["changed"] + row["removed"] for row in told["rows"]) == 0
    assert main(["publish", sent, *ACCOUNT, "--store", str(folder)]) == 0
    assert stored(store.current(folder)) == before


@pytest.mark.parametrize("named", ["ЕГЭ по школам", "file"])
def test_a_recipe_is_named_by_its_name_or_its_file(named, sent, folder, tmp_path, capsys):
    where = folder if named != "file" else tmp_path / "elsewhere"
    path = saved_recipes.save(where, EXAM_RECIPE)
    recipe = named if named != "file" else str(path)
    code, told = checked(capsys, sent, "--recipe", recipe, "--store", str(folder))
    assert (code, rules(told, "acknowledge")) == (0, {"new_schools"})


def test_a_file_of_another_form_is_refused_where_it_differs(folder, tmp_path, capsys):
    other = tmp_path / "other.csv"
    other.write_text("Школа;Год\nСОШ 1;2022\n", encoding="utf-8")
    saved_recipes.save(folder, EXAM_RECIPE)
    words = (str(other), "--recipe", EXAM_RECIPE.name, "--store", str(folder))
    code, told = checked(capsys, *words)
    assert (code, rules(told, "stop")) == (1, {"other_form"})


@pytest.mark.parametrize("content", [None, "{}", "[]", "{"])
def test_what_is_no_recipe_is_refused_in_words(content, sent, folder, tmp_path, capsys):
    path = tmp_path / "recipe.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert main(["check", sent, "--recipe", str(path), "--store", str(folder)]) == 1
    assert "no_recipe" in capsys.readouterr().err


def test_a_recipe_that_lacks_a_column_publishes_nothing(sent, folder, capsys):
    saved_recipes.save(folder, replace(EXAM_RECIPE, given=EXAM_RECIPE.given[1:]))
    code, told = checked(capsys, sent, "--store", str(folder))
    assert (code, rules(told, "stop")) == (1, {"missing_column"})


def test_two_files_that_name_the_same_new_schools_are_published_together(
    sent, folder, tmp_path, capsys
):
    saved_recipes.save(folder, EXAM_RECIPE)
    later = tmp_path / "ege_2023.xlsx"
    later.write_bytes(exam(sheet="2023"))
    words = (sent, str(later), *ACCOUNT, "--acknowledge", "all", "--store", str(folder))
    assert main(["publish", *words]) == 0
    rows = stored(store.current(folder))
    own = [row for row in rows["school"].values() if row["oktmo"] == "75609000"]
    assert (len(rows["assessment_result"]), len(own)) == (8, 2)
