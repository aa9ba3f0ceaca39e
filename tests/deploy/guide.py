"""Read the operators' guide: what it has typed, part by part."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TEXT = (PROJECT / "docs" / "operators.md").read_text("utf-8")
INSTALLED, STORE = "/opt/monitor", "/var/lib/monitor/store"
"""Where the guide has the program and its data."""


def typed() -> list[str]:
    """List every line that the guide has typed."""
    blocks = re.findall(r"^```\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


def line(beginning: str) -> str:
    """Give the one line that begins so."""
    (found,) = [line for line in typed() if line.startswith(beginning)]
    return found
