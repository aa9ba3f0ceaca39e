"""Every visible text: a file a page, both languages side by side, read as one."""

import functools
import tomllib
from pathlib import Path
from typing import Any

from data.errors import MissingError

LANGUAGES = ("ru", "en")
FOLDER = Path(__file__).parent


class MissingTextError(MissingError):
    """A text that code asks for and no file has."""

    def __init__(self, key: str) -> None:
        section = key.partition(".")[0]
        homes = [path.name for path in _files() if f"\n[{section}" in path.read_text("utf-8")]
        where = " or ".join(homes) or "the file of its page"
        super().__init__(f"no text {key!r}: add it to {where} in data/texts, in both languages")


def text(key: str, language: str) -> Any:
    """Give the text of a dotted key, or its plural forms by name; raises MissingTextError."""
    try:
        return texts()[key][language]
    except KeyError:
        raise MissingTextError(key) from None


@functools.cache
def texts() -> dict[str, dict[str, Any]]:
    """Read every file once: language → text or plural forms, by dotted key."""
    found: dict[str, dict[str, Any]] = {}
    for path in _files():
        for key, languages in _flat(tomllib.loads(path.read_text("utf-8"))):
            if key in found:
                raise ValueError(f"{path.name} has the text {key!r} that another file has too")
            found[key] = languages
    return found


def under(prefix: str) -> list[str]:
    """List the keys that stand under a dotted prefix, in the order of their file."""
    return [key for key in texts() if key.startswith(f"{prefix}.")]


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.toml"))


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, dict[str, Any]]]:
    if LANGUAGES[0] in table:
        return [(prefix.rstrip("."), table)]
    return [pair for key, inner in table.items() for pair in _flat(inner, f"{prefix}{key}.")]
