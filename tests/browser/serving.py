"""Serve the dashboard as a reader starts it, on a free port, and leave nothing running."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


@contextlib.contextmanager
def serving(store: Path, log: Path, *options: str) -> Iterator[str]:
    """Give the address of `python app.py` over a store; what it says goes to `log`."""
    port = _free_port()
    address = f"http://localhost:{port}"
    with log.open("ab") as said:
        process = psutil.Popen(
            [sys.executable, "app.py", "--server.port", str(port), *options],
            cwd=ROOT,
            env=os.environ | {"MONITOR_STORE": str(store)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(f"{address}/_stcore/health", process, log)
        yield address
    finally:
        _stop(process)


def _wait_for(health: str, process: psutil.Popen, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(health, timeout=2).close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"python app.py did not start:\n{log.read_text(errors='replace')}")


def _stop(process: psutil.Popen) -> None:
    family = [process, *process.children(recursive=True)]
    for one in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.terminate()
    _, alive = psutil.wait_procs(family, timeout=5)
    for one in alive:
        one.kill()
    process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
