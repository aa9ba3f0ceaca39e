"""Offer to write the current version anew where an earlier program has written it."""

import streamlit as st

from components.base.i18n import Words
from components.shell import access, messages
from components.shell.account_form import who_and_why
from data import store
from data.errors import ReaderError
from data.intake.publishing import history
from data.schema import SCHEMA_NUMBER


def draw(words: Words) -> None:
    """Say that the version is read through a copy, and ask who brings it to date; else nothing."""
    number = store.insist_on_steps(store.current())
    if number == SCHEMA_NUMBER:
        return
    st.info(words("versions.older_layout", found=number, now=SCHEMA_NUMBER))
    if access.refusal():
        return
    asked = st.form("migrating", border=False, enter_to_submit=False)
    who, why = who_and_why(asked, words, "migrate")
    if asked.form_submit_button(words("versions.migrate"), key="migrate"):
        try:
            history.migrate(store.folder(), who, why)
        except ReaderError as error:
            messages.show(error, words)
            return
        st.rerun()
