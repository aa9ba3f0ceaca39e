"""Recipes are kept as small files and come back the same; what is none is passed over."""

import json
from dataclasses import asdict, replace

import pytest
from foreign_forms import EXAM_RECIPE

from data.intake.received.recipe import ColumnRule, Mark, NamedSchool
from data.intake.received.saved_recipes import FOLDER, read, save, saved

WHOLE = replace(
    EXAM_RECIPE,
    marks=(Mark(2, "н/д"),),
    skipped=("Города",),
    ends="Справочно",
    schools=(NamedSchool("75609000", "СОШ 1", "75-1"),),
    columns=(replace(EXAM_RECIPE.columns[0], down=True), *EXAM_RECIPE.columns[1:]),
)


def test_a_recipe_comes_back_the_same_and_one_of_its_name_is_replaced(tmp_path):
    assert saved(tmp_path) == []
    save(tmp_path, EXAM_RECIPE)
    path = save(tmp_path, WHOLE)
    assert (saved(tmp_path), read(path), path.parent) == ([WHOLE], WHOLE, tmp_path / FOLDER)


def test_recipes_are_listed_by_name(tmp_path):
    for name in ("б", "а", "в"):
        save(tmp_path, replace(WHOLE, name=name))
    assert [recipe.name for recipe in saved(tmp_path)] == ["а", "б", "в"]


COLUMN = asdict(ColumnRule(0, "oktmo"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 5},
        {"table": "municipality"},
        {"table": "nothing"},
        {"header": [1, 2]},
        {"header": "Год"},
        {"header": []},
        {"header_rows": "2"},
        {"header_rows": 0},
        {"header_rows": True},
        {"columns": {"0": "oktmo"}},
        {"columns": [COLUMN | {"place": 6}]},
        {"columns": [COLUMN | {"place": -1}]},
        {"columns": [COLUMN | {"place": 1.0}]},
        {"columns": [COLUMN | {"gives": "pupils"}]},
        {"columns": [COLUMN | {"reading": "backwards"}]},
        {"columns": [COLUMN | {"reading": "school_name"}]},
        {"columns": [COLUMN | {"down": 1}]},
        {"columns": [COLUMN | {"given": [{"column": "year", "where": "sky", "value": ""}]}]},
        {"given": [{"column": "school.colour", "where": "fixed", "value": ""}]},
        {"given": [{"column": "municipality.kind", "where": "fixed", "value": ""}]},
        {"marks": [{"place": 9, "text": "н/д"}]},
        {"marks": [{"place": 0}]},
        {"schools": [["75609000", "СОШ 1", "75-1"]]},
        {"more": 1},
    ],
)
def test_a_file_of_another_shape_is_no_recipe(tmp_path, wrong):
    save(tmp_path, WHOLE)
    told = json.dumps(asdict(WHOLE) | wrong, ensure_ascii=False)
    (tmp_path / FOLDER / "other.json").write_text(told, encoding="utf-8")
    assert saved(tmp_path) == [WHOLE]


@pytest.mark.parametrize("content", ["{", "[]", "5", "[" * 100_000, '"Рецепт"', "\udcff"])
def test_a_file_that_is_no_table_of_names_is_no_recipe(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert read(path) is None
    assert read(tmp_path / "absent.json") is None


@pytest.mark.parametrize("name", ["../../выход", "a/b\\c:d", "", "x" * 300, "CON"])
def test_any_name_of_a_recipe_stays_in_its_folder(tmp_path, name):
    recipe = replace(WHOLE, name=name)
    assert save(tmp_path, recipe).parent == tmp_path / FOLDER
    assert saved(tmp_path) == [recipe]
