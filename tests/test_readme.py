"""What README shows in a terminal runs as shown, by somebody who types it in the project's folder.

Only the name of a version is another in every store.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from data import store
from data.intake.received import places, saved_recipes
from data.intake.received.receive import Recipes, receive
from data.intake.spelling import vocabulary
from data.schema import INTAKE_TABLES, school
from tests.data.small_region import published, stored, tables
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
TEXTS, QUOTED = PROJECT / "data" / "texts", re.compile(r'ru = "([^"]+)"')
VERSION = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")
RUN_ELSEWHERE = ("make run", "make test", "py -3.11 -m venv", ".venv\\Scripts\\python")
"""By whoever checks the project out, and on Windows."""


def shown():
    """Every line that a block of README gives to a terminal, without its remark."""
    blocks = re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    lines = [line.split("   #")[0].split("  # ")[0].rstrip() for line in lines]
    return [line for line in lines if re.match(r"(\S*python|make|py) ", line)]


COMMANDS = [line for line in shown() if line.startswith("python -m data ")]


@pytest.fixture
def project(tmp_path):
    """A checkout with an older and a current version of a region, and two files of its own."""
    shutil.copytree(PROJECT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("__pyc*"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(PROJECT / "docs" / "example", tmp_path / "docs" / "example")
    older = published(tmp_path / "var" / "store", tables())
    rows = tables()
    rows["school"][0]["name"] = "Школа с новым названием"
    pd.DataFrame(rows["school"]).to_csv(tmp_path / "school.csv", index=False)
    pd.DataFrame(rows["training"]).to_excel(tmp_path / "training.xlsx", index=False)
    return tmp_path, older


def written(path):
    return path.read_text(encoding="utf-8")


def typed(line, folder, version):
    words = [VERSION.sub(version.name, word) for word in shlex.split(line)]
    assert words[0] == "python"
    environment = {name: said for name, said in os.environ.items() if name != "MONITOR_STORE"}
    done = subprocess.run(
        [sys.executable, *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, ""), line
    return done.stdout


def test_every_command_is_run_or_named_as_one_that_is_run_elsewhere():
    others = [line for line in shown() if line not in COMMANDS]
    assert [line for line in others if not line.startswith(RUN_ELSEWHERE)] == []
    assert {line.split()[3] for line in COMMANDS} >= {
        "check",
        "publish",
        "versions",
        "rollback",
        "export",
        "--version",
    }


def test_the_worked_example_names_what_the_pages_say_and_gives_its_rows():
    example = README.split("## From a raw sheet to a page")[1].split("\n## ")[0]
    said = {
        *(strings for texts in TEXTS.glob("*.toml") for strings in QUOTED.findall(written(texts))),
        *(vocabulary.title(table) for table in INTAKE_TABLES),
        *(word for words in vocabulary.labels(school.c.locality).values() for word in words),
        *places.shipped_regions()["name_ru"],
    }
    quoted = set(re.findall("«([^»]+)»", example)) - {"1 2 3 …"}
    assert {text for text in quoted if text not in said | {"Местность"}} == set()
    content = (PROJECT / "docs" / "example" / "ege.xlsx").read_bytes()
    recipe = saved_recipes.read(PROJECT / "docs" / "example" / "ege.json")
    kept = Recipes((recipe,))
    received = receive("ege.xlsx", content, places.shipped().within("86"), kept=kept)
    assert {file.table.name: file.rows.num_rows for file in received.files} == {
        "assessment_result": 12,
        "school": 6,
    }
    with_recipe = {each.rule for each in received.problems if each.level != "note"}
    assert with_recipe == {"new_schools"}


def test_the_commands_run_as_they_are_shown_one_after_another(project):
    folder, older = project
    before = stored(older)
    said = {line.split()[3]: typed(line, folder, older) for line in COMMANDS}
    kept = folder / "var" / "store"
    assert "school" in said["check"]
    assert said["publish"].endswith(": published\n")
    assert older.name in said["versions"] and "Координатор" in said["versions"]
    assert f"restores {older.name}" in said["rollback"]
    assert stored(store.current(kept)) == before
    assert {path.stem for path in (folder / "folder").iterdir()} >= set(tables())
