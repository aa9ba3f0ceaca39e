"""What is made once a run is made by one process, whole, and nobody changes it unnoticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import sharing
from tests.patience import HANG_SECONDS

PROJECT = Path(__file__).resolve().parents[1]
MAKER = """
import os, pathlib, sys
from tests import sharing

def make(folder):
    print("making", flush=True)
    sys.stdin.readline()
    (folder / str(os.getpid())).touch()

print("asking", flush=True)
print(sharing.once(pathlib.Path(sys.argv[1]), "name", make), flush=True)
"""


def maker(run):
    return subprocess.Popen(
        [sys.executable, "-c", MAKER, run],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_of_processes_that_come_together_one_makes_the_folder_and_all_get_it(tmp_path):
    makers = [maker(tmp_path) for _ in range(3)]
    # The one that makes it is held until all have asked.
    assert [one.stdout.readline() for one in makers] == ["asking\n"] * 3
    for one in makers:
        one.stdin.write("\n")
        one.stdin.flush()
    # Not communicate: it passes over what a line's reader has taken in beyond its line.
    told = [one.stdout.read().splitlines() for one in makers]
    for one in makers:
        one.communicate(timeout=HANG_SECONDS)
    assert sum("making" in lines for lines in told) == 1
    assert {lines[-1] for lines in told} == {str(tmp_path / "name")}
    assert len(list((tmp_path / "name").iterdir())) == 1


def test_what_a_killed_process_has_begun_is_made_anew(tmp_path):
    killed = maker(tmp_path)
    assert [killed.stdout.readline() for _ in range(2)] == ["asking\n", "making\n"]
    (tmp_path / "name.begun" / "half").touch()
    assert not (tmp_path / "name").exists()
    killed.kill()
    killed.communicate(timeout=HANG_SECONDS)
    folder = sharing.once(tmp_path, "name", lambda where: (where / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "inside" / "a").write_text("other"),
        lambda folder: (folder / "b").touch(),
        lambda folder: (folder / "inside" / "a").unlink(),
    ],
    ids=["changed", "added", "removed"],
)
def test_a_changed_folder_has_other_digests(tmp_path, change):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a").write_text("text")
    before = sharing.digests(tmp_path)
    assert sharing.digests(tmp_path) == before
    change(tmp_path)
    assert sharing.digests(tmp_path) != before
