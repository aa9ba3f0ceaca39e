"""Write docs/licences.md: `python -m tests.deploy.licences`.

Every pinned library with its version, licence and home, as the installed packages tell them.
"""

import importlib.metadata
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[2]
PAGE = PROJECT / "docs" / "licences.md"
HEAD = """# Licences of the libraries

Made by `make licences` from what the installed packages say of themselves; a test holds it equal to
the pins. The program itself is under the MIT licence (`LICENSE`), the data under those that
`data/facts/README.md` names.
"""
LONGEST = 60
"""Signs of a licence's name; what is longer is its whole text."""
UNTOLD = "not installed on this system"
HOMES = ("homepage", "home", "repository", "source", "source code", "github", "documentation")


def pins() -> dict[str, Requirement]:
    """Read the pins by their normal names."""
    lines = (PROJECT / "constraints.txt").read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {normal(pin.name): pin for pin in found}


def needed() -> set[str]:
    """Name what the program itself needs, and what that needs in turn."""
    lines = (PROJECT / "requirements.txt").read_text("utf-8").splitlines()
    todo = [Requirement(line) for line in lines if line and not line.startswith("#")]
    names: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        one = todo.pop()
        key = (normal(one.name), frozenset(one.extras))
        if key in seen:
            continue
        seen.add(key)
        names.add(key[0])
        todo += _next(one)
    return names


def page() -> str:
    """Write the whole page."""
    program = needed()
    parts = {
        "The program": [pin for name, pin in pins().items() if name in program],
        "Its tests, checks and benchmarks": [p for n, p in pins().items() if n not in program],
    }
    return HEAD + "".join(_part(title, found) for title, found in parts.items())


def normal(name: str) -> str:
    """Spell a name as registries compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def version(pin: Requirement) -> str:
    """Give the one version of a pin."""
    return str(pin.specifier).removeprefix("==")


def _next(one: Requirement) -> Iterator[Requirement]:
    """List what a package needs here, with the extras that are asked of it."""
    for line in importlib.metadata.requires(one.name) or []:
        found = Requirement(line)
        extras = ["", *one.extras]
        if not found.marker or any(found.marker.evaluate({"extra": each}) for each in extras):
            yield found


def _part(title: str, found: list[Requirement]) -> str:
    lines = [f"\n## {title}\n", "| library | version | licence | home |", "|---|---|---|---|"]
    lines += [f"| {pin.name} | {version(pin)} | {' | '.join(_told(pin))} |" for pin in found]
    return "\n".join(lines) + "\n"


def _told(pin: Requirement) -> tuple[str, str]:
    """Give the licence and the home of a package."""
    if pin.marker and not pin.marker.evaluate():
        return UNTOLD, f"https://pypi.org/project/{pin.name}"
    about = importlib.metadata.metadata(pin.name)
    return _licence(about), _home(about, pin.name)


def _licence(about: Message) -> str:
    """Take the expression, else the word, else the classifiers."""
    classifiers = [text for text in about.get_all("Classifier", []) if text.startswith("License")]
    classes = " / ".join(text.split(" :: ")[-1] for text in classifiers)
    word = str(about.get("License", ""))
    short = word if 0 < len(word) <= LONGEST and "\n" not in word else ""
    return str(about.get("License-Expression", "")) or short or classes


def _home(about: Message, name: str) -> str:
    told = dict(line.split(", ", 1) for line in about.get_all("Project-URL", []))
    told = {label.casefold(): url for label, url in told.items()}
    home = str(about.get("Home-page", ""))
    found = [told[label] for label in HOMES if label in told]
    known = [home] if home.startswith("http") else []
    return next(iter([*known, *found]), f"https://pypi.org/project/{name}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
