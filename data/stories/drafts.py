"""Keep stories that go with the data: what is shown of which view, in which order, by name.

A draft holds no number: its slides are made anew, of the version that is current, for whoever
reads it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from data.intake.publishing import pointer, publish

FOLDER = "stories"
MOST = 100
"""Slides of one story."""


@dataclass(frozen=True)
class Part:
    """One slide by where it is made: the link of its view, and its name among those of the page."""

    link: str
    name: str
    comment: str = ""


@dataclass(frozen=True)
class Draft:
    """Parts in an order, under a name."""

    name: str
    parts: tuple[Part, ...]


def save(store: Path, draft: Draft) -> None:
    """Keep a draft in the place of the one of its name; ReaderError where that is not allowed."""
    with publish.writing(store, publish.WAIT_SECONDS), publish.reporting_full_disk(store):
        path = _path(store, draft.name)
        path.parent.mkdir(exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(draft), ensure_ascii=False, indent=1), "utf-8")
        pointer.make_durable(fresh)
        fresh.replace(path)
        pointer.make_durable(path.parent)


def forget(store: Path, name: str) -> None:
    """Remove a draft, if it is there."""
    with publish.writing(store, publish.WAIT_SECONDS):
        _path(store, name).unlink(missing_ok=True)


def saved(store: Path) -> list[Draft]:
    """List the drafts kept, by name; a file that is none is passed over."""
    found = [_read(path) for path in (store / FOLDER).glob("*.json")]
    return sorted((draft for draft in found if draft), key=lambda draft: draft.name.casefold())


def _read(path: Path) -> Draft | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Draft(_text(said["name"]), tuple(_part(part) for part in said["parts"][:MOST]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _part(said: Mapping[str, Any]) -> Part:
    return Part(**{each.name: _text(said[each.name]) for each in fields(Part)})


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said


def _path(store: Path, name: str) -> Path:
    return store / FOLDER / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.json"
