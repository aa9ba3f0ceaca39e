"""Offer the newest whole version where the current one is lost or damaged; a person takes it."""

from itertools import takewhile

import streamlit as st

from components.base.i18n import Words
from components.shell import access, messages, viewed_version
from components.shell.account_form import who_and_why
from components.shell.provenance import local
from data import store
from data.errors import ReaderError
from data.intake.publishing import history, summaries, wholeness

LOST = ("no_current", "broken_store", "newer_schema", "older_schema")
"""Errors after which no page opens."""


def draw(error: ReaderError, words: Words) -> None:
    """Draw the way out below the message of an error, if the error leaves the reader no page."""
    if error.code not in LOST:
        return
    if viewed_version.parameters() and error.code == "broken_store":
        st.button(words("recovery.to_current"), on_click=viewed_version.leave, key="to_current")
        return
    newest = wholeness.newest_whole(store.folder())
    if newest is not None and newest.name != store.pointed(store.folder()):
        _offer(newest, words)


def _offer(newest: store.Version, words: Words) -> None:
    about = store.about(newest)
    kind = summaries.summary(newest).account.kind
    with st.container(border=True, key="recovery"):
        st.write(
            words.marked(
                "recovery.offer",
                version=newest.name,
                made=words.moment(local(str(about["made_at"]))),
                kind=words(f"recovery.{kind}"),
                who=about["published_by"] or words("recovery.program"),
                why=about["reason"],
            )
        )
        later = takewhile(lambda version: version != newest, store.versions(store.folder()))
        if passed := ", ".join(version.name for version in later):
            st.write(words("recovery.later_lost", versions=passed))
        refused = access.refusal()
        if refused:
            st.info(words(f"access.{refused}"))
        else:
            _ask(words)


def _ask(words: Words) -> None:
    asked = st.form("recovering", border=False, enter_to_submit=False)
    who, why = who_and_why(asked, words, "recover")
    if asked.form_submit_button(words("recovery.button"), type="primary", key="recover"):
        try:
            access.insist_on_writing()
            history.recover(store.folder(), who, why)
        except ReaderError as error:
            messages.show(error, words, "recovery_refused")
            return
        st.rerun()
