"""Read the version of the program from pyproject.toml, the only place where it stands."""

import tomllib
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"

PROGRAM_VERSION: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
"""The version of what reads and shows the data; a data version is `data.store.Version`."""
