"""Find a Chromium, or fetch Debian's where that is possible, and start it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from tests.patience import HANG_SECONDS

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
MOST = HANG_SECONDS * 1000
"""Of every wait, ms."""
MISSING = "No Chromium for the browser tests: install one (on Debian: apt-get install chromium)"


def path() -> str | None:
    """Name the program; on Debian as root install it if there is none."""
    if found := _found():
        return found
    with FileLock(Path(tempfile.gettempdir()) / "chromium_for_tests.lock"):
        # Whoever waited finds what another process has installed meanwhile.
        return _found() or (_installed() and _found()) or None


def launch(playwright: Playwright, program: str) -> Browser:
    """Start the browser without a window; nothing that is expected of it is given up early."""
    expect.set_options(timeout=MOST)
    return playwright.chromium.launch(executable_path=program, args=FLAGS, timeout=MOST)


def reader(browser: Browser, address: str, **options: Any) -> BrowserContext:
    """Open windows that share nothing with others: a reader of the dashboard at an address."""
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(MOST)
    return context


def _found() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _installed() -> bool:
    if sys.platform != "linux" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    commands = (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"])
    return all(subprocess.run(command, **quiet).returncode == 0 for command in commands)
