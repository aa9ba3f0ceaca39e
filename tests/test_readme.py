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
from tests.data.small_region import published, stored, tables
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
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
    older = published(tmp_path / "var" / "store", tables())
    rows = tables()
    rows["school"][0]["name"] = "Школа с новым названием"
    pd.DataFrame(rows["school"]).to_csv(tmp_path / "school.csv", index=False)
    pd.DataFrame(rows["training"]).to_excel(tmp_path / "training.xlsx", index=False)
    return tmp_path, older


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
