"""Watch in the kernel with whom a program and its children speak: no library can hide it."""

import ipaddress
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

MISSING = "No strace for the tests of what leaves: install one (on Debian: apt-get install strace)"
_CALLS = "bind,connect,sendto,sendmsg,sendmmsg"
_CALL = re.compile(r"\b(bind|connect|sendto|sendmsg|sendmmsg)\(")
_INTERNET = re.compile(
    r'sin6?_port=htons\((\d+)\).*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"'
)
_RESOLVER = re.compile(r'sun_path="([^"]*resolve[^"]*)"')
_NAMES = 53


def path() -> str | None:
    """Name the program; on Debian as root install it if there is none."""
    with FileLock(Path(tempfile.gettempdir()) / "strace_for_tests.lock"):
        if not shutil.which("strace") and shutil.which("apt-get") and os.geteuid() == 0:
            for command in (["apt-get", "update"], ["apt-get", "install", "-y", "strace"]):
                subprocess.run(command, capture_output=True, check=False)
        return shutil.which("strace")


def watching(log: Path) -> list[str]:
    """Give the words before a command; it keeps its process, and the calls are written to `log`."""
    return [
        str(path()),
        "-D",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        f"trace={_CALLS}",
        "-o",
        str(log),
    ]


def listening(log: Path) -> set[str]:
    """List the addresses on which somebody waited to be asked."""
    return {address for call, _, address in _told(log) if call == "bind"}


def outside(log: Path) -> list[tuple[str, int, str]]:
    """List calls to other machines, and to whoever looks up names, with port and address."""
    return [told for told in _told(log) if told[0] != "bind" and not _is_here(*told[1:])]


def _told(log: Path) -> Iterator[tuple[str, int, str]]:
    for line in log.read_text(errors="replace").splitlines():
        if call := _CALL.search(line):
            for port, address in _INTERNET.findall(line):
                yield call[1], int(port), address
            for name in _RESOLVER.findall(line):
                yield call[1], _NAMES, name


def _is_here(port: int, address: str) -> bool:
    if port == _NAMES:
        return False
    found = ipaddress.ip_address(address)
    return found.is_loopback or found.is_unspecified
