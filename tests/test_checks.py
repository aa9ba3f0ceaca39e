"""Every place that checks the project runs the same two commands."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = re.compile(r"^\s*(?:- run: )?(make \w+)$", re.MULTILINE)


def commands(path):
    return COMMAND.findall((PROJECT / path).read_text(encoding="utf-8"))


def test_the_workflow_runs_what_the_script_runs():
    assert (
        commands(".github/workflows/check.yml")
        == commands(".ci/run")
        == ["make test", "make check"]
    )


def test_hooks_run_the_ruff_that_the_project_pins():
    """A hook with a ruff of its own could format otherwise than `make check` wants."""
    text = (PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (\S+)", text) == ["local"]
    assert re.findall(r"entry: (.+)", text) == [".venv/bin/ruff format", ".venv/bin/ruff check"]
    assert re.search(r"^ruff==", (PROJECT / "requirements-dev.txt").read_text(), re.MULTILINE)
