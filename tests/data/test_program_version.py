"""The version of the program: it stands in one place, and the list of changes begins with it."""

import re
from pathlib import Path

from data.program_version import PROGRAM_VERSION

PROJECT = Path(__file__).resolve().parents[2]
PLACES = ("*", "pages/*", ".github/**/*", ".ci/*")
PLACES += tuple(f"{room}/**/*" for room in ("components", "queries", "data", "tests"))
TEXTS = {".py", ".toml", ".md", ".html", ".css", ".yml", ".yaml", ""}
ALONE = re.compile(rf"(?<![\d.=]){re.escape(PROGRAM_VERSION)}(?![\d.]*\d)")
"""Not the pin of a library, nor a part of a longer number."""


def holders(root):
    """The files of a project that name the version, each as often as it does."""
    files = {path for place in PLACES for path in root.glob(place) if path.is_file()}
    texts = {path: path.read_text("utf-8") for path in files if path.suffix in TEXTS}
    return sorted(
        path.relative_to(root).as_posix() for path in texts for _ in ALONE.findall(texts[path])
    )


def test_the_number_stands_once_besides_the_list_of_changes():
    assert holders(PROJECT) == ["CHANGELOG.md", "pyproject.toml"]


def test_a_second_number_would_be_found(tmp_path):
    (tmp_path / "data" / "deep").mkdir(parents=True)
    (tmp_path / "data" / "deep" / "a.py").write_text(f'VERSION = "{PROGRAM_VERSION}"')
    (tmp_path / "README.md").write_text(f"Version {PROGRAM_VERSION}.")
    (tmp_path / "requirements.txt").write_text(
        f"other=={PROGRAM_VERSION}\nmore==1{PROGRAM_VERSION}"
    )
    assert holders(tmp_path) == ["README.md", "data/deep/a.py"]


def test_the_version_has_three_numbers():
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROGRAM_VERSION)


def test_the_list_of_changes_begins_with_this_version_and_goes_back_in_time():
    headings = re.findall(
        r"^## (\S+) — (\d{4}-\d\d-\d\d)$", (PROJECT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert headings[0][0] == PROGRAM_VERSION
    ordered = sorted(
        headings, key=lambda each: [int(part) for part in each[0].split(".")], reverse=True
    )
    assert headings == ordered == sorted(headings, key=lambda each: each[1], reverse=True)
