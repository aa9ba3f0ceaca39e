"""Screen what was brought, once for each set of files, and show what came of it."""

from collections.abc import Sequence

import streamlit as st

from components.base import table_names
from components.base.i18n import Words
from components.import_data import changes, corrected_facts, publishing_form, remarks, turns
from components.import_data.files import Brought
from components.shell import messages
from data import store
from data.errors import ReaderError
from data.intake.declared.reading import ReadFile
from data.intake.received.receive import Received
from data.intake.screening import screen
from data.intake.screening.screen import Screened

SCREENED = "screened"


def draw(brought: Sequence[Brought], words: Words) -> None:
    """Draw the answers in their order: remarks, doubts, what changes, publication."""
    read = [each.received for each in brought]
    files = [file for received in read for file in received.files]
    replaced = _replaced(files, words)
    corrected = corrected_facts.chosen(words)
    line = turns.LARGE if turns.LARGE in [each.line() for each in brought] else turns.SMALL
    screened = _screened(read, files, replaced, corrected, line, words)
    if screened is None:
        return
    st.subheader(words("import_data.remarks"), anchor=False)
    remarks.draw(screened.problems, words)
    with st.container(horizontal=True, key="marked"):
        for each in brought:
            remarks.marked_copy(each, screened.problems, words)
    if screened.draft is None:
        st.warning(words("import_data.stopped"))
        return
    st.subheader(words("import_data.changes"), anchor=False)
    changes.draw(screened, words)
    st.subheader(words("publish.title"), anchor=False)
    agreed = remarks.acknowledge(screened.problems, words)
    publishing_form.draw(screened, agreed, words)


def _replaced(files: Sequence[ReadFile], words: Words) -> tuple[str, ...]:
    """Ask which of the tables come whole: the others are added to and corrected by key."""
    found = list(dict.fromkeys(str(file.table.name) for file in files))
    if not found:
        return ()
    chosen = st.pills(
        words("import_data.replace"),
        found,
        selection_mode="multi",
        format_func=lambda name: table_names.title(name, words),
        key="replaced",
    )
    st.caption(words("import_data.replace_help"))
    return tuple(chosen)


def _screened(
    read: Sequence[Received],
    files: Sequence[ReadFile],
    replaced: tuple[str, ...],
    corrected: tuple[str, ...],
    line: turns.Line,
    words: Words,
) -> Screened | None:
    """Screen once for the same files over the same version; the draft stays in the session."""
    # Always there, or the answers below would change their places and forget what is typed.
    place = st.empty()
    problems = [problem for received in read for problem in received.problems]
    digests = tuple((file.name, file.sheet, file.sha256) for file in files)
    key = (digests, tuple(problems), replaced, corrected, store.current().name)
    kept = st.session_state.get(SCREENED)
    if kept and kept[0] == key:
        return kept[1]
    try:
        with line.turn(lambda n: place.info(words("import_data.queue", n=n))):
            bar = place.progress(0.0, words("building.reading"))
            screened = screen.screen(
                store.folder(),
                files,
                problems,
                replaced,
                messages.progress_on(bar, words),
                corrected,
            )
    except ReaderError as error:
        messages.show(error, words)
        return None
    finally:
        for received in read:
            received.rest()
        place.empty()
    st.session_state[SCREENED] = (key, screened)
    return screened
