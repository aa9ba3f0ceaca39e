"""The command line does what its help says and leaves with the code that scripts wait for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data import demo, first_start, store
from data.__main__ import main
from data.first_start import FACTS

PROJECT = Path(__file__).resolve().parents[2]


def test_build_makes_a_demonstration_version_current_and_says_its_seed(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "data", "build", "--store", tmp_path / "store"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    version = store.current(tmp_path / "store")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{version.name}: ")
    assert f"demonstration data, seed {demo.DEFAULT_SEED}" in done.stdout


def test_versions_are_listed_and_the_current_one_is_marked(
    regions, publish_files, tmp_path, capsys
):
    first, second = publish_files(regions("60")), publish_files(regions("60"))
    (tmp_path / "store" / store.POINTER).write_text(first.name, encoding="utf-8")
    assert main(["versions", "--store", str(tmp_path / "store")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line[3:27]: line[0] for line in lines} == {first.name: "*", second.name: " "}
    assert all("own data  (test)" in line for line in lines)


def test_versions_are_told_to_programs_as_json(regions, publish_files, tmp_path, capsys):
    version = publish_files(regions("60"))
    broken = tmp_path / "store" / "20260101T000000-broken.duckdb"
    broken.write_bytes(b"damaged")
    assert main(["versions", "--json", "--store", str(tmp_path / "store")]) == 0
    rows = json.loads(capsys.readouterr().out)
    made_at = rows[1].pop("made_at")
    assert made_at.endswith("+00:00")
    assert rows == [
        {"name": broken.stem, "current": False, "error": "broken_store"},
        {
            "name": version.name,
            "current": True,
            "demonstration": False,
            "seed": None,
            "reason": "test",
        },
    ]


def test_a_lost_pointer_still_lists_the_versions_but_fails(
    regions, publish_files, tmp_path, capsys
):
    version = publish_files(regions("60"))
    (tmp_path / "store" / store.POINTER).unlink()
    assert main(["versions", "--store", str(tmp_path / "store")]) == 1
    said = capsys.readouterr()
    assert version.name in said.out
    assert said.err == f"no_store: folder={tmp_path / 'store'}\n"


def test_faults_of_the_files_are_told_each_with_its_place(tmp_path, capsys, monkeypatch):
    for path in FACTS.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / "region.csv").read_text(encoding="utf-8")
    (tmp_path / "region.csv").write_text(
        text.replace("Rostov region", "").replace("Chelyabinsk region", ""), encoding="utf-8"
    )
    monkeypatch.setattr(first_start, "FACTS", tmp_path)
    assert main(["build", "--store", str(tmp_path / "store")]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{tmp_path.name}/region.csv, row {row}, column name_en: '' empty_cell" for row in (2, 3)
    ]


@pytest.mark.parametrize("words", [[], ["destroy"], ["build", "--what"], ["versions", "more"]])
def test_wrong_usage_leaves_with_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage: python -m data" in capsys.readouterr().err


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert "build" in said and "versions" in said
