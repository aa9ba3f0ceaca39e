"""Serve the dashboard as a reader starts it, on a port of its own, and leave nothing running."""

import contextlib
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from tests.patience import HANG_SECONDS

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def serving(
    store: Path,
    log: Path,
    *options: str,
    below: str = "",
    program: tuple[str, ...] = ("app.py",),
    watched: Sequence[str] = (),
    **environment: str,
) -> Iterator[str]:
    """Give the address of `python app.py` over a store; what it says goes to `log`.

    below: the path it serves, with a slash at its end; program: what Python is given to run in its
    place; watched: the words before the command by which another program watches it.
    """
    command = [sys.executable, *program, "--server.port", "0", "--server.baseUrlPath", below]
    with log.open("ab") as said:
        process = psutil.Popen(
            [*watched, *command, *options],
            cwd=ROOT,
            env=os.environ | {"MONITOR_STORE": str(store)} | environment,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _answering(process, log, below)
    finally:
        _stop(process)


def _answering(process: psutil.Popen, log: Path, below: str) -> str:
    """Wait for an answer as long as the process lives; the system gave it a port nobody has."""
    end = time.monotonic() + HANG_SECONDS
    while process.poll() is None and time.monotonic() < end:
        for port in _ports(process):
            address = f"http://localhost:{port}"
            with contextlib.suppress(OSError):
                urllib.request.urlopen(
                    f"{address}/{below}_stcore/health", timeout=HANG_SECONDS
                ).close()
                return address
        time.sleep(0.05)
    raise RuntimeError(f"{process.args} did not start:\n{log.read_text(errors='replace')}")


def _ports(process: psutil.Popen) -> list[int]:
    try:
        found = process.net_connections("tcp")
    except psutil.NoSuchProcess:
        return []
    return [one.laddr.port for one in found if one.status == psutil.CONN_LISTEN]


def _stop(process: psutil.Popen) -> None:
    family = [process]
    with contextlib.suppress(psutil.NoSuchProcess):  # it has ended by itself
        family += process.children(recursive=True)
    for one in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.terminate()
    _, alive = psutil.wait_procs(family, timeout=5)
    for one in alive:
        one.kill()
    process.wait()
