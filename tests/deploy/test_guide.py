"""What the operators' guide has typed is tried by a test, and what it points to is there."""

import re

from data.__main__ import main
from tests.deploy import guide
from tests.test_readme import README

TRIED = {
    "python3 -m venv .venv": "test_wheelhouse",
    ".venv/bin/python -m pip install -r": "test_wheelhouse, but from the wheelhouse",
    "python3 -m pip download": "test_wheelhouse",
    ".venv/bin/python -m pip install --no-index": "test_wheelhouse",
    "systemd-analyze verify": "test_service",
    "curl --fail http://localhost:8501/": "test_service",
    ".venv/bin/python -m data versions": "test_service",
    "nginx -t": "tests/browser/test_site.py",
}
OF_THE_SYSTEM = ("useradd --system ", "cp deploy/", "systemctl ")
"""Change the machine that they run on; none is ours."""


def test_every_line_is_tried_or_is_the_systems_own():
    others = [line for line in guide.typed() if not line.startswith(tuple(TRIED))]
    assert [line for line in others if not line.startswith(OF_THE_SYSTEM)] == []
    assert all(guide.line(beginning) for beginning in TRIED)


def test_what_it_points_to_is_there():
    linked = re.findall(r"\]\(([^)]+)\)", guide.TEXT)
    assert len(linked) >= 3
    assert [path for path in linked if not (guide.PROJECT / "docs" / path).is_file()] == []
    copied = [line.split()[1] for line in guide.typed() if line.startswith("cp ")]
    assert [path for path in copied if not (guide.PROJECT / path).is_file()] == []
    assert "Who may publish" in README


def test_the_site_passes_on_all_that_readme_asks_of_a_proxy():
    asked = re.findall(r"^    (proxy_(?!pass).*;)$", README, re.MULTILINE)
    site = (guide.PROJECT / "deploy" / "nginx.conf").read_text("utf-8")
    assert len(asked) == 5
    assert [line for line in asked if line not in site] == []


def test_a_store_without_a_version_is_not_well(tmp_path, capsys):
    assert main(["versions", "--store", str(tmp_path / "none")]) == 1
    assert "no_store" in capsys.readouterr().err
