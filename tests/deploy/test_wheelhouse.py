"""A wheelhouse made as the guide says is all that a machine without a network needs."""

import os
import shlex
import shutil
import subprocess
import sys

import pytest

from tests.deploy import guide, licences

pytestmark = pytest.mark.network

USED = ("app.py", "components", "data", "pages", "queries", "pyproject.toml", ".streamlit")
QUICKLY = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
"""What is installed is the same; a program compiled at its first import need not be before."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the program with the libraries that it names collected beside it."""
    folder = tmp_path_factory.mktemp("project")
    for name in (*USED, "requirements.txt", "constraints.txt"):
        copy = shutil.copytree if (guide.PROJECT / name).is_dir() else shutil.copy
        copy(guide.PROJECT / name, folder / name)
    run(folder, guide.line("python3 -m pip download").replace("python3", sys.executable))
    yield folder
    shutil.rmtree(folder)  # a gigabyte


def run(folder, line, **environment):
    done = subprocess.run(
        shlex.split(line),
        cwd=folder,
        env=os.environ | QUICKLY | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheelhouse_has_every_pin_that_the_program_needs(project):
    wheels = [path.name.split("-")[:2] for path in (project / "wheelhouse").iterdir()]
    found = {licences.normal(name): version for name, version in wheels}
    pins = licences.pins()
    assert found == {name: licences.version(pins[name]) for name in licences.needed()}


def test_the_program_is_installed_from_it_without_a_network_and_works(project, tmp_path):
    run(project, guide.line("python3 -m venv").replace("python3", sys.executable))
    # A registry that is not there: whatever is missing from the wheelhouse would be asked for.
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "MONITOR_STORE": str(tmp_path / "store")}
    run(project, guide.line(".venv/bin/python -m pip install --no-index"), **nowhere)
    run(project, ".venv/bin/python -m pip check")
    assert "demonstration data" in run(project, ".venv/bin/python -m data build", **nowhere)
    assert run(project, guide.line(".venv/bin/python -m data versions"), **nowhere).startswith("*")
    run(project, ".venv/bin/python -c 'import app, components.heatmap.views'", **nowhere)
