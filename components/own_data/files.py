"""Take the files a person brings, read each once, and remember what was read in the session."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.i18n import Words
from components.load import load
from data.intake.foreign.places import Register
from data.intake.foreign.received import Received, receive
from queries import lookups

READ = "files_read"
MAPPED = "sheets_mapped"
ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt"]


def draw(words: Words) -> list[tuple[str, bytes, Received]]:
    """Draw the place for files; give each file's name, content and what was read of it."""
    st.html(f"<style>:root{{--browse:'{words('import_data.browse')}'}}</style>")
    uploads = st.file_uploader(
        words("import_data.files"),
        type=ENDINGS,
        accept_multiple_files=True,
        key="brought",
    )
    st.caption(words("import_data.files_caption"))
    place = st.empty()  # always there, so that what stands below keeps its place
    return [(each.name, each.getvalue(), _read(each, place, words)) for each in uploads]


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


def mapped(received: Sequence[tuple[str, bytes, Received]]) -> dict[tuple[str, str], Received]:
    """Give the wide sheets that were mapped by hand, by file and sheet, for files still there."""
    names = {name for name, _, _ in received}
    kept: dict[tuple[str, str], Received] = st.session_state.setdefault(MAPPED, {})
    return {key: found for key, found in kept.items() if key[0] in names}


def keep_mapped(name: str, sheet: str, found: Received) -> None:
    """Remember how a wide sheet was read."""
    st.session_state.setdefault(MAPPED, {})[(name, sheet)] = found
