"""Keep stories that never change again: a file each beside the versions, named by its contents.

A frozen story holds the numbers themselves and needs neither the version they are of nor the
program that made them. Nothing rewrites or removes its file; whoever changes it by hand is found
out, because the name is the digest of the bytes.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from data.errors import ReaderError
from data.intake.publishing import pointer, publish

FOLDER = "frozen"
SCHEMA_NUMBER = 1
"""Of these files alone; a program reads those of its own number and before."""

NAME = re.compile(r"[0-9a-f]{32}")
DRAFT = "draft-"


@dataclass(frozen=True)
class Frozen:
    """A frozen story as it lies in its file; slides are plain values, as JSON knows them."""

    name: str
    version: str
    """The version that all its numbers are of."""

    frozen_at: str
    frozen_by: str
    slides: tuple[Mapping[str, Any], ...]
    comments: tuple[str, ...]
    open: tuple[bool, ...]
    """Of each slide, whether everybody may see it: it names no single school."""

    results: Mapping[str, str]
    """Digests of the pupils' results of the version, by what was parted together."""

    schema: int = SCHEMA_NUMBER


def freeze(store: Path, story: Frozen) -> str:
    """Keep a story for good and give its id; the file is on the disk when this returns.

    What is frozen twice is one file. Raises ReaderError where the store cannot be written.
    """
    told = _bytes(story)
    name = _name(told)
    with publish.writing(store, publish.WAIT_SECONDS), publish.reporting_full_disk(store):
        folder = store / FOLDER
        folder.mkdir(exist_ok=True)
        pointer.make_durable(store)
        for left in folder.glob(f"{DRAFT}*"):
            left.unlink()
        fresh = folder / f"{DRAFT}{name}.json"
        fresh.write_bytes(told)
        pointer.make_durable(fresh)
        fresh.replace(_path(store, name))
        pointer.make_durable(folder)
    return name


def read(store: Path, name: str) -> Frozen:
    """Read a frozen story by its id, exactly as it was frozen.

    Raises ReaderError: no_frozen_story, damaged_frozen_story, newer_frozen_story.
    """
    if not NAME.fullmatch(name):
        raise ReaderError("no_frozen_story", name=name[:40])
    path = _path(store, name)
    try:
        told = path.read_bytes()
    except FileNotFoundError:
        raise ReaderError("no_frozen_story", name=name) from None
    except OSError as error:
        raise ReaderError("damaged_frozen_story", file=path) from error
    if _name(told) != name:
        raise ReaderError("damaged_frozen_story", file=path)
    return _understood(told, path)


def names(store: Path) -> list[str]:
    """List the ids of the frozen stories of a store, sound or not."""
    found = (store / FOLDER).glob("*.json")
    return sorted(path.stem for path in found if NAME.fullmatch(path.stem))


def _understood(told: bytes, path: Path) -> Frozen:
    """Build a story from sound bytes: those of a later program are told, others are damaged."""
    try:
        said = json.loads(told)
        number = said["schema"]
        if isinstance(number, int) and number > SCHEMA_NUMBER:
            raise ReaderError("newer_frozen_story", file=path)
        story = Frozen(**{each.name: said[each.name] for each in fields(Frozen)})
        slides, comments, opened = tuple(story.slides), tuple(story.comments), tuple(story.open)
    except (ValueError, TypeError, KeyError) as error:
        raise ReaderError("damaged_frozen_story", file=path) from error
    if not len(slides) == len(comments) == len(opened) > 0:
        raise ReaderError("damaged_frozen_story", file=path)
    return replace(story, slides=slides, comments=comments, open=opened)


def _bytes(story: Frozen) -> bytes:
    """Write a story as the one text that its contents can have."""
    told = asdict(story)
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _name(told: bytes) -> str:
    return hashlib.sha256(told).hexdigest()[:32]


def _path(store: Path, name: str) -> Path:
    return store / FOLDER / f"{name}.json"
