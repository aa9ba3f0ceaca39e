"""Find a Chromium, or fetch Debian's where that is possible, and start it."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "No Chromium for the browser tests: install one (on Debian: apt-get install chromium)"


def path() -> str | None:
    """Name the program; on Debian as root install it if there is none."""
    return _found() or (_installed() and _found()) or None


def launch(playwright: Playwright, program: str) -> Browser:
    """Start the browser without a window."""
    return playwright.chromium.launch(executable_path=program, args=FLAGS)


def _found() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _installed() -> bool:
    if sys.platform != "linux" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    commands = (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"])
    return all(subprocess.run(command, **quiet).returncode == 0 for command in commands)
