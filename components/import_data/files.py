"""Take the files a person brings, read each once, and remember what was read in the session."""

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.base.i18n import Words
from components.base.load import load
from components.import_data import turns
from data.intake.received.apart import is_large, receive_apart
from data.intake.received.places import Register
from data.intake.received.receive import Received, receive
from queries import lookups

UPLOADS, READ = "brought", "files_read"
ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt"]


@dataclass(frozen=True)
class Brought:
    """One file as it was brought, and what was read of it; two of one name are two files."""

    file_id: str
    name: str
    content: bytes
    received: Received

    def line(self) -> turns.Line:
        """Give the line in which what is done with it takes its turn."""
        return turns.LARGE if is_large(self.content) else turns.SMALL


def draw(words: Words) -> list[Brought]:
    """Draw the place for files and read those that were not; files taken away are forgotten."""
    st.html(f"<style>:root{{--browse:'{words('import_data.browse')}'}}</style>")
    # What it gives back is a copy of every file, made anew at each run; the session's own is not.
    st.file_uploader(
        words("import_data.files"),
        type=ENDINGS,
        accept_multiple_files=True,
        key=UPLOADS,
    )
    st.caption(words("import_data.files_caption"))
    place = st.empty()  # always there, so that what stands below keeps its place
    brought = [
        Brought(each.file_id, each.name, each.getvalue(), _read(each, place, words))
        for each in st.session_state[UPLOADS]
    ]
    st.session_state[READ] = {each.file_id: each.received for each in brought}
    return brought


def register() -> Register:
    """Know the municipalities by all their names, from the current version."""
    found = load(lookups.municipalities)
    return Register(found)


def _read(upload: UploadedFile, place: DeltaGenerator, words: Words) -> Received:
    kept: dict[str, Received] = st.session_state.setdefault(READ, {})
    if upload.file_id not in kept:
        kept[upload.file_id] = _received(upload, place, words)
    return kept[upload.file_id]


def _received(upload: UploadedFile, place: DeltaGenerator, words: Words) -> Received:
    """Read a file, a large one in its turn: no two readers' large files are read at once."""
    name, content = upload.name, upload.getvalue()
    if not is_large(content):
        return receive(name, content, register())
    waiting = turns.LARGE.turn(lambda n: place.info(words("import_data.queue", n=n)))
    with waiting, place, st.spinner(words("import_data.reading", file=name)):
        return receive_apart(name, content, register())


def keep_mapped(brought: Brought, sheet: str, found: Received) -> None:
    """Take a wide sheet of this very file as it was mapped, in the place of the question."""
    received, kept = brought.received, st.session_state[READ]
    kept[brought.file_id] = replace(
        received,
        files=received.files + found.files,
        problems=[p for p in received.problems if (p.rule, p.sheet) != ("fits_no_table", sheet)]
        + found.problems,
        unknown=[grid for grid in received.unknown if grid.sheet != sheet],
    )
