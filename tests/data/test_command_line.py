"""The command line does what its help says and leaves with the code that scripts wait for."""

import csv
import json
import math
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from older_facts import SCHOOL, published_with_older_facts
from small_region import published, stored, tables, trained
from sqlalchemy import Double

from data import demo, first_start, store
from data.__main__ import main
from data.commands import telling, versions
from data.first_start import FACTS
from data.intake.declared.checks import PATTERNS
from data.program_version import PROGRAM_VERSION
from data.schema import INTAKE_TABLES, metadata
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[2]


def test_build_makes_a_demonstration_version_current_and_says_its_seed(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "data", "build", "--store", tmp_path / "store"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
    )
    version = store.current(tmp_path / "store")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{version.name}: ")
    assert f"demonstration data, seed {demo.DEFAULT_SEED}" in done.stdout


def test_the_program_tells_its_version(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert (left.value.code, capsys.readouterr().out) == (0, f"{PROGRAM_VERSION}\n")


def test_versions_are_listed_and_the_current_one_is_marked(
    regions, publish_files, tmp_path, capsys
):
    first, second = publish_files(regions("60")), publish_files(regions("60"))
    (tmp_path / "store" / store.POINTER).write_text(first.name, encoding="utf-8")
    assert main(["versions", "--store", str(tmp_path / "store")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line[3:].split()[0]: line[0] for line in lines} == {first.name: "*", second.name: " "}
    assert all("own data  (test)" in line for line in lines)


def test_versions_are_told_to_programs_as_json(regions, publish_files, tmp_path, capsys):
    version = publish_files(regions("60"))
    broken = tmp_path / "store" / "20260101T000000-broken.duckdb"
    broken.write_bytes(b"damaged")
    assert main(["versions", "--json", "--store", str(tmp_path / "store")]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == sorted([version.name, broken.stem], reverse=True)
    rows = {row["name"]: row for row in rows}
    assert rows[broken.stem] == {"name": broken.stem, "current": False, "error": "broken_store"}
    told = rows[version.name]
    assert told.pop("made_at").endswith("+00:00")
    assert [file.pop("sha256").isalnum() for file in told["files"]] == [True]
    assert set(told.pop("rows").values()) == {0}
    assert told == {
        "name": version.name,
        "current": True,
        "demonstration": False,
        "seed": None,
        "by": "",
        "why": "test",
        "base": None,
        "restores": None,
        "files": [{"file": "files/region.csv", "table": "region", "rows": 1}],
        "generated": {},
    }


def test_a_lost_pointer_still_lists_the_versions_but_fails(
    regions, publish_files, tmp_path, capsys
):
    version = publish_files(regions("60"))
    (tmp_path / "store" / store.POINTER).unlink()
    assert main(["versions", "--store", str(tmp_path / "store")]) == 1
    said = capsys.readouterr()
    assert version.name in said.out
    newest, code, *words = said.err.splitlines()
    assert newest == f"newest whole version: {version.name}"
    assert code == f"no_current: folder={tmp_path / 'store'}"
    assert any("python -m data recover" in line for line in words)


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


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["destroy"],
        ["build", "--what"],
        ["versions", "more"],
        ["check"],
        ["check", "no such file.csv"],
        ["check", __file__, "--replace", "region"],
        ["publish", __file__, "--by", "me"],
        ["publish", __file__, "--why", "test"],
        ["rollback", "--by", "me", "--why", "test"],
        ["recover", "--by", "me"],
        ["migrate", "--why", "test"],
        ["export"],
        ["export", "folder", "--table", "region"],
    ],
)
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
    for command in (
        "check",
        "publish",
        "versions",
        "rollback",
        "recover",
        "migrate",
        "export",
        "build",
    ):
        assert f"\n    {command} " in said


@pytest.fixture
def sent(tmp_path):
    """Write a table's rows as its CSV; give the paths."""

    def write(**rows):
        paths = []
        for name, lines in rows.items():
            columns = metadata.tables[name].columns.keys()
            path = tmp_path / f"{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(lines)
            paths.append(str(path))
        return paths

    return write


ACCOUNT = ["--by", "Координатор", "--why", "сведения за год"]


def test_files_are_checked_without_a_change_then_published(sent, tmp_path, capsys):
    paths = sent(**tables())
    assert main(["check", *paths]) == 0
    assert "assessment_result" in capsys.readouterr().out
    assert not (tmp_path / "store").exists()
    assert main(["check", *paths, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["publishable"], told["problems"]) == (True, [])
    assert sum(row["added"] for row in told["rows"] if row["table"] == "training") == 40
    assert main(["publish", *paths, *ACCOUNT]) == 0
    version = store.current(tmp_path / "store")
    said = capsys.readouterr()
    assert said.out.endswith(f"{version.name}: published\n") and said.err == ""
    assert main(["versions", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)[0]
    assert (told["by"], told["why"]) == ("Координатор", "сведения за год")


def test_corrected_facts_are_asked_about_and_taken_by_their_table(tmp_path, capsys):
    folder, more = tmp_path / "store", tmp_path / "more.csv"
    published_with_older_facts(folder, tmp_path / "facts")
    row = SCHOOL | {"school_id": "new"}
    more.write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    words = ["publish", str(more), *ACCOUNT, "--store", str(folder)]
    assert main(words) == 1
    assert "facts_corrected" in capsys.readouterr().out
    assert main([*words, "--corrected", "school"]) == 0
    assert stored(store.current(folder))["school"][(SCHOOL["school_id"],)]["name"] == SCHOOL["name"]


def test_facts_of_a_table_that_was_not_corrected_cannot_be_taken(tmp_path, sent, capsys):
    folder = tmp_path / "store"
    before = published(folder, tables())
    words = ["publish", *sent(training=tables()["training"]), *ACCOUNT]
    assert main([*words, "--corrected", "school"]) == 1
    assert "not_corrected: tables=school" in capsys.readouterr().err
    assert store.current(folder) == before


def test_a_remark_must_be_acknowledged_by_its_rule_or_with_all(sent, tmp_path, capsys):
    before = published(tmp_path / "store", tables())
    paths = sent(training=tables()["training"][:12])
    words = ["publish", *paths, *ACCOUNT, "--replace", "training"]
    for some in ([], ["--acknowledge", "vanished"], ["--acknowledge", "fewer_rows"]):
        assert main([*words, *some]) == 1
        assert "not_acknowledged: " in capsys.readouterr().err
    assert main([*words, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == "not_acknowledged"
    rules = {problem["rule"] for problem in told["problems"]}
    assert rules >= {"vanished", "fewer_rows"}
    assert store.current(tmp_path / "store") == before
    assert main([*words, "--acknowledge", *rules]) == 0
    after = store.current(tmp_path / "store")
    assert after != before and len(stored(after)["training"]) == 12
    assert main(["rollback", before.name, *ACCOUNT]) == 0
    back = store.current(tmp_path / "store")
    assert stored(back) == stored(before) and f"restores {before.name}" in capsys.readouterr().out
    assert main(["rollback", before.name[:-1], *ACCOUNT]) == 1
    assert "no_such_version" in capsys.readouterr().err
    assert main([*words, "--acknowledge", "all"]) == 0


def test_faults_leave_with_one_and_a_marked_copy_names_them(sent, tmp_path, capsys):
    rows = tables()
    rows["training"][3]["trained"] = "21"
    rows["training"][5]["school_id"] = "нет такой"
    paths = sent(**rows)
    marked = tmp_path / "marked"
    assert main(["check", *paths, "--marked", str(marked)]) == 1
    assert "stop: training.csv, row 5, column trained: '21' more_than" in capsys.readouterr().out
    assert {path.name for path in marked.iterdir()} == {f"{name}.xlsx" for name in rows}
    book = openpyxl.load_workbook(marked / "training.xlsx")
    said = [str(cell.value) for page in book for row in page.iter_rows() for cell in row]
    assert any("Часть больше целого" in text for text in said)
    assert main(["publish", *paths, *ACCOUNT]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("training.csv, row 5, column trained: '21' more_than")
    assert not (tmp_path / "store" / store.POINTER).exists()


FOREIGN = "Район;Наименование ОО;ЕГЭ 2021;ЕГЭ 2022\nАшинский МР;Школа 1;61,5;62,5\n"


def test_what_was_found_is_told_also_when_no_table_fits(tmp_path, capsys):
    path, marked = tmp_path / "чужая.csv", tmp_path / "marked"
    path.write_text(FOREIGN, encoding="cp1251")
    assert main(["check", str(path), "--json", "--marked", str(marked)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(p["rule"], p["row"]) for p in told["problems"]] == [
        ("read_as_cp1251", 0),
        ("fits_no_table", 1),
        ("nothing_received", 0),
    ]
    assert told["publishable"] is False
    assert set(told["rules"]) == {p["rule"] for p in told["problems"]}
    book = openpyxl.load_workbook(marked / "чужая.xlsx")
    said = [str(cell.value) for page in book for row in page.iter_rows() for cell in row]
    assert any("Заголовки не подходят" in text for text in said) and "Ашинский МР" in said
    for words in (["check", str(path)], ["publish", str(path), *ACCOUNT]):
        assert main(words) == 1
        lines = capsys.readouterr().out.splitlines()
        assert any(line.startswith("acknowledge: чужая.csv, row 1") for line in lines)
        assert any(line.startswith("  fits_no_table: The headings fit no table") for line in lines)
    assert main(["publish", str(path), *ACCOUNT, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], len(told["problems"])) == ("broken_input", 3)


def test_rules_are_explained_only_where_remarks_name_them(sent, capsys):
    assert main(["check", *sent(**tables()), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"] == {}


def test_what_is_exported_is_read_back_to_the_same_version(built, tmp_path, capsys):
    """The demonstration set has rows of every table and type, but no outlines or own rules."""
    folder, other = tmp_path / "exported", tmp_path / "other"
    assert main(["export", str(folder), "--store", str(built.folder)]) == 0
    paths = sorted(map(str, folder.iterdir()))
    assert len(paths) == len(INTAKE_TABLES) - 4
    assert main(["publish", *paths, *ACCOUNT, "--acknowledge", "all", "--store", str(other)]) == 0
    assert stored(store.current(other)) == stored(built.version)
    again = tmp_path / "again"
    assert main(["export", str(again), "--store", str(other)]) == 0
    for path in folder.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes()


def test_some_tables_of_some_version_are_exported(sent, tmp_path):
    first = published(tmp_path / "store", tables())
    published(tmp_path / "store", {"training": [trained("s0", 2030, 5, 1)]})
    folder = tmp_path / "exported"
    words = ["export", str(folder), "--version", first.name, "--table", "training", "school"]
    assert main(words) == 0
    assert {path.name for path in folder.iterdir()} == {"training.csv", "school.csv"}
    with (folder / "training.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert sorted(rows, key=str) == sorted(tables()["training"], key=str)


@pytest.mark.parametrize("number", [0.1, 1e-7, 99.99, 0.30000000000000004, 12.0, 1e14])
def test_a_number_is_written_so_that_the_checks_take_it_and_it_is_the_same(number):
    (text,) = versions._texts(pa.chunked_array([[number]])).to_pylist()
    assert re.fullmatch(PATTERNS[Double][0], text) and float(text) == number


def test_progress_is_for_a_terminal_and_for_what_takes_long(monkeypatch, capsys):
    for terminal, wait, wanted in (
        (False, 0, ""),
        (True, math.inf, ""),
        (True, 0, "\r 50% writing"),
    ):
        monkeypatch.setattr("sys.stderr.isatty", lambda terminal=terminal: terminal)
        monkeypatch.setattr(telling, "QUIET_SECONDS", wait)
        telling.progress()(0.5, "writing")
        assert capsys.readouterr().err.rstrip() == wanted
