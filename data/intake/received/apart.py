"""Receive a large file in a process of its own, and leave its rows on the disk.

A file of 94 MB with a person's own headings takes half a minute and two gigabytes to read: in the
server all readers would wait for it, and what it took would stay taken. Here the process ends, and
the rows come back as files that memory is mapped to: they take none until they are looked at.
"""

import contextlib
import mmap
import pickle
import subprocess
import sys
import weakref
from pathlib import Path

import pyarrow as pa
from sqlalchemy import Table

from data import temporary_folders
from data.errors import Problem
from data.intake.received import limits
from data.intake.received.places import Register
from data.intake.received.receive import NO_RECIPES, Received, Recipes, receive
from data.schema import metadata

ASKED, CONTENT, ANSWER = "asked", "content", "answer"


def is_large(content: bytes) -> bool:
    """Tell whether a file is read apart: of a smaller one the process would cost more."""
    return len(content) > limits.SMALL_BYTES


def receive_apart(
    name: str, content: bytes, register: Register, kept: Recipes = NO_RECIPES
) -> Received:
    """Read a file as `receive` does, in a process that may be ended without harm."""
    folder = temporary_folders.make()
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(folder.remove)
        (folder.path / ASKED).write_bytes(pickle.dumps((name, register, kept)))
        (folder.path / CONTENT).write_bytes(content)
        if not _has_ended_well(folder.path):
            return Received(problems=[Problem("reading_failed", file=name)])
        with (folder.path / ANSWER).open("rb") as answer:
            answering = _Unpickler(answer, folder.path)
            received: Received = answering.load()
            received.mapped += answering.mapped
        (folder.path / CONTENT).unlink()
        weakref.finalize(received, folder.remove)
        unfinished.pop_all()
    return received


def _has_ended_well(folder: Path) -> bool:
    """Run the reading of what lies in a folder to its end, or to the end of its time."""
    script = str(Path(__file__).with_name("reading_process.py"))
    with contextlib.suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            [sys.executable, "-I", script, str(folder), str(limits.READING_MEMORY)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limits.READING_SECONDS,
        )
        return done.returncode == 0
    return False


def answer(folder: Path) -> None:
    """Read what lies in a folder, and lay the answer beside it; done by the process apart."""
    name, register, kept = pickle.loads((folder / ASKED).read_bytes())
    received = receive(name, (folder / CONTENT).read_bytes(), register, kept=kept)
    received.rest()
    with (folder / ANSWER).open("wb") as out:
        _Pickler(out, folder).dump(received)


class _Pickler(pickle.Pickler):
    """Write declared tables by their names, and rows as files of their own."""

    def __init__(self, out: object, folder: Path) -> None:
        super().__init__(out)  # type: ignore[arg-type]
        self._folder, self._files = folder, 0

    def persistent_id(self, found: object) -> tuple[str, str] | None:
        if isinstance(found, Table):
            return "table", found.name
        if isinstance(found, pa.Table):
            return "rows", self._file(found)
        if isinstance(found, pa.Array):
            return "cells", self._file(pa.table({"cells": found}))
        return None

    def _file(self, rows: pa.Table) -> str:
        self._files += 1
        name = f"{self._files}.arrow"
        with pa.ipc.new_file(self._folder / name, rows.schema) as out:
            out.write_table(rows)
        return name


class _Unpickler(pickle.Unpickler):
    def __init__(self, answer: object, folder: Path) -> None:
        super().__init__(answer)  # type: ignore[arg-type]
        self._folder = folder
        self.mapped: list[mmap.mmap] = []

    def persistent_load(self, found: tuple[str, str]) -> Table | pa.Table | pa.Array:
        kind, name = found
        if kind == "table":
            return metadata.tables[name]
        with (self._folder / name).open("rb") as file:
            self.mapped.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        rows = pa.ipc.open_file(pa.py_buffer(self.mapped[-1])).read_all()
        return rows if kind == "rows" else rows["cells"].combine_chunks()
