"""Take the files a person brings, read each once, and remember what was read in the session."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.base.i18n import Words
from components.base.load import load
from data.intake.received.places import Register
from data.intake.received.receive import Received, receive
from queries import lookups

READ = "files_read"
ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt"]


@dataclass(frozen=True)
class Brought:
    """One file as it was brought, and what was read of it; two of one name are two files."""

    file_id: str
    name: str
    content: bytes
    received: Received


def draw(words: Words) -> list[Brought]:
    """Draw the place for files and read those that were not; files taken away are forgotten."""
    st.html(f"<style>:root{{--browse:'{words('import_data.browse')}'}}</style>")
    uploads = st.file_uploader(
        words("import_data.files"),
        type=ENDINGS,
        accept_multiple_files=True,
        key="brought",
    )
    st.caption(words("import_data.files_caption"))
    place = st.empty()  # always there, so that what stands below keeps its place
    brought = [
        Brought(each.file_id, each.name, each.getvalue(), _read(each, place, words))
        for each in uploads
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
        with place, st.spinner(words("import_data.reading", file=upload.name)):
            kept[upload.file_id] = receive(upload.name, upload.getvalue(), register())
    return kept[upload.file_id]


def keep_mapped(brought: Brought, sheet: str, found: Received) -> None:
    """Take a wide sheet of this very file as it was mapped, in the place of the question."""
    received, kept = brought.received, st.session_state[READ]
    kept[brought.file_id] = Received(
        received.files + found.files,
        [p for p in received.problems if (p.rule, p.sheet) != ("fits_no_table", sheet)]
        + found.problems,
        [grid for grid in received.unknown if grid.sheet != sheet],
    )
