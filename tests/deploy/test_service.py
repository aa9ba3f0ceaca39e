"""The unit for systemd is sound, and its command serves the dashboard from its own settings."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import time

import pytest

from tests.browser.proxy import free_port
from tests.deploy import guide
from tests.patience import HANG_SECONDS

UNIT = (guide.PROJECT / "deploy" / "monitor.service").read_text("utf-8")
PYTHON = f"{guide.INSTALLED}/.venv/bin/python"


def here(store):
    """The unit with the places of this machine for those of the guide."""
    return (
        UNIT.replace(PYTHON, sys.executable)
        .replace(guide.INSTALLED, str(guide.PROJECT))
        .replace(guide.STORE, str(store))
    )


def sections(text):
    """The settings of a unit, each with all its values: systemd lets some stand more than once."""
    found = {}
    for line in text.splitlines():
        if line.startswith("["):
            settings = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            name, value = line.split("=", 1)
            settings.setdefault(name, []).append(value)
    return found


def test_systemd_finds_nothing_to_say_against_the_unit(tmp_path):
    path = tmp_path / "monitor.service"
    path.write_text(here(tmp_path / "store"), encoding="utf-8")
    if shutil.which("systemd-analyze") is None:
        pytest.skip("There is no systemd here; the unit's command is run all the same.")
    words = shlex.split(guide.line("systemd-analyze verify"))[:-1]
    done = subprocess.run([*words, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_keeps_the_program_to_itself():
    service = sections(UNIT)["Service"]
    assert service["ProtectSystem"] == ["strict"]
    assert service["StateDirectory"] == ["monitor"]
    assert (service["IPAddressDeny"], service["IPAddressAllow"]) == (["any"], ["localhost"])
    assert f"MONITOR_STORE={guide.STORE}" in service["Environment"]


@contextlib.contextmanager
def started(tmp_path, store, port):
    """Run the unit's command as systemd does: in its folder, with its environment alone."""
    service = sections(here(store))["Service"]
    words = shlex.split(service["ExecStart"][0].replace("8501", str(port)))
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    settings = dict(line.split("=", 1) for line in service["Environment"])
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            words,
            cwd=service["WorkingDirectory"][0],
            env=kept | settings,
            stdout=log,
            stderr=log,
        )
    try:
        yield process, kept | settings
    finally:
        process.terminate()
        process.wait()


def test_the_units_command_serves_and_is_found_well(built, tmp_path):
    port, store = free_port(), tmp_path / "store"
    shutil.copytree(built.folder, store)
    ask = shlex.split(guide.line("curl --fail").replace("8501", str(port)))
    with started(tmp_path, store, port) as (process, environment):
        end, well = time.monotonic() + HANG_SECONDS, None
        while process.poll() is None and time.monotonic() < end:
            well = subprocess.run(ask, capture_output=True, text=True, check=False)
            if well.returncode == 0:
                break
            time.sleep(0.1)
        assert process.poll() is None, (tmp_path / "log").read_text(errors="replace")
        assert well.stdout == "ok"
        words = shlex.split(guide.line(".venv/bin/python -m data versions"))[1:]
        done = subprocess.run(
            [sys.executable, *words],
            cwd=guide.PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.startswith(f"*  {built.version.name}  ")
    assert process.returncode in (0, -15)
