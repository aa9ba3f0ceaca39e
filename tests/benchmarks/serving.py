"""Start the dashboard or a bare Streamlit app on a free port, and always stop it again."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
BARE = Path(__file__).resolve().parent / "bare"
START_SECONDS = 60.0


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, and its process for CPU time and memory."""

    port: int
    process: psutil.Process

    def address(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        used = self.process.cpu_times()
        return used.user + used.system

    def memory(self) -> float:
        """Resident memory in MB."""
        return self.process.memory_info().rss / 2**20

    def family_memory(self) -> float:
        """Resident memory of the server and of the processes that it started, in MB."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(one.memory_info().rss for one in family) / 2**20


@contextlib.contextmanager
def product(store: Path) -> Iterator[Server]:
    """Serve the dashboard over a ready store."""
    with _served(["app.py"], {"MONITOR_STORE": str(store)}) as server:
        yield server


@contextlib.contextmanager
def bare(name: str, **environment: str) -> Iterator[Server]:
    """Serve one file of bare/ from the project's root, so with the same settings."""
    command = ["-m", "streamlit", "run", str(BARE / f"{name}.py")]
    with _served(command, environment) as server:
        yield server


@contextlib.contextmanager
def _served(command: list[str], environment: dict[str, str]) -> Iterator[Server]:
    port = _free_port()
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    process = subprocess.Popen(
        [sys.executable, *command, *options],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield Server(port, psutil.Process(process.pid))
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server on port {port} did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
