"""List the data versions with who, when and why; open one, or go back to it."""

import streamlit as st

from components.base import table_names
from components.base.i18n import Words
from components.import_data import publishing_form
from components.shell import access, listing, messages, viewed_version
from components.shell.account_form import who_and_why
from components.shell.provenance import local
from data import store
from data.errors import ReaderError
from data.intake.publishing import history, keeping
from data.intake.publishing.history import Entry
from data.intake.publishing.keeping import Removed

SHOWN = 200
COLUMNS = ("name", "made", "by", "why", "kind", "files")


def listed(words: Words) -> list[Entry]:
    """List the versions, with a bar where files must be read that nobody has looked at yet."""
    place = st.empty()
    entries = history.history(store.folder(), messages.progress_if_long(place, words))
    place.empty()
    return entries


def draw(entries: list[Entry], words: Words) -> None:
    """Draw the list, and what can be done with the version chosen below it."""
    head = [words(f"versions.{column}") for column in COLUMNS]
    listing.draw(head, [_row(entry, words) for entry in entries])
    _removed(words)
    sound = {entry.version.name: entry for entry in entries if not entry.error}
    titles = {name: _title(entry, words) for name, entry in sound.items()}
    name = st.selectbox(
        words("versions.choose"),
        list(sound),
        format_func=titles.__getitem__,
        key=f"version_{words.language}",  # the browser keeps a choice by its label
        placeholder=words("versions.choose"),
    )
    entry = history.entry(store.folder(), sound[name].version)
    if entry.error:
        st.warning(words(f"error.{entry.error}.title"))
        return
    if entry != sound[name]:
        st.warning(words("versions.listed_otherwise"))
    _contents(entry, words)
    with st.container(horizontal=True, vertical_alignment="bottom", key="version_actions"):
        st.button(
            words("versions.look"),
            disabled=entry.current,
            on_click=viewed_version.look_at,
            args=(name,),
        )
    with st.expander(words("versions.roll_back")):
        _roll_back(entry, words)


def _removed(words: Words) -> None:
    """Say how many versions are kept, if that is set, and list those that were removed for it."""
    try:
        kept = keeping.setting()
    except ReaderError as error:
        st.warning(words(f"error.{error.code}.text").format_map(error.details))
    else:
        parts = {"versions": kept.versions, "months": kept.months}
        said = [words(f"versions.kept_{part}", n=n) for part, n in parts.items() if n is not None]
        if said:
            st.caption(words("versions.kept", what=words("versions.kept_and").join(said)))
    gone = keeping.removed(store.folder())
    if gone:
        head = [words(f"versions.{name}") for name in ("name", "made", "by", "why", "removed_at")]
        with st.expander(words("versions.removed", n=len(gone))):
            listing.draw(head, [_gone(each, words) for each in gone[:SHOWN]])


def _gone(each: Removed, words: Words) -> tuple[object, ...]:
    made = words.moment(local(each.made_at)) if each.made_at else ""
    when = words.moment(local(each.removed_at))
    return each.name, made, each.published_by or words("versions.program"), each.reason, when


def _row(entry: Entry, words: Words) -> tuple[object, ...]:
    mark = "▶ " if entry.current else ""
    if entry.account is None:
        return mark + entry.version.name, "", "", words("versions.broken"), "", ""
    account = entry.account
    return (
        mark + entry.version.name,
        _made(entry, words),
        account.published_by or words("versions.program"),
        _why(entry, words),
        words(f"versions.{account.kind}"),
        words.number(len(entry.files)),
    )


def _why(entry: Entry, words: Words) -> str:
    assert entry.account is not None, "only versions that open have a reason"
    if entry.account.restores:
        return words("versions.restores", version=entry.account.restores, why=entry.account.reason)
    if not entry.account.published_by:
        return words("versions.first_start")
    return entry.account.reason


def _made(entry: Entry, words: Words) -> str:
    return words.moment(local(entry.made_at))


def _title(entry: Entry, words: Words) -> str:
    return f"{_made(entry, words)} · {_why(entry, words)}"


def _contents(entry: Entry, words: Words) -> None:
    """Draw the files a version took rows from and how many rows each table has."""
    with st.expander(words("versions.contents")):
        left, right = st.columns(2)
        head = [words(key) for key in ("about.file", "import_data.table", "about.rows")]
        files = [
            (name, table_names.title(table, words), words.number(rows), digest[:12])
            for name, table, rows, digest in entry.files
        ]
        with left:
            listing.draw([*head, "SHA-256"], files)
        with right:
            rows = [(table_names.title(t, words), words.number(n)) for t, n in entry.rows]
            listing.draw(head[1:], rows)


def _roll_back(entry: Entry, words: Words) -> None:
    if publishing_form.refused(words, "back"):
        return
    if entry.current:
        st.caption(words("versions.is_current"))
        return
    st.markdown(words("versions.roll_back_help"))
    asked = st.form("rolling_back", border=False, enter_to_submit=False)
    who, why = who_and_why(asked, words, "back")
    if asked.form_submit_button(words("versions.roll_back_button"), key="roll_back"):
        try:
            access.insist_on_writing()
            version = history.roll_back(store.folder(), entry.version.name, who, why)
        except ReaderError as error:
            messages.show(error, words)
            return
        viewed_version.leave()
        st.session_state[publishing_form.PUBLISHED] = version.name
        st.rerun()
