"""Ask who publishes and why, and publish; explain it to a reader who may not."""

from collections.abc import Collection

import streamlit as st

from components.base.i18n import Words
from components.shell import access, messages
from components.shell.account_form import who_and_why
from data import store
from data.errors import Problem, ReaderError
from data.intake.screening import screen
from data.intake.screening.screen import Screened

PUBLISHED = "published"
"""Where the name of what this reader has published last is kept."""


def refused(words: Words) -> bool:
    """Say why this reader may not publish; false if he may."""
    reason = access.refusal()
    if not reason:
        return False
    st.info(words(f"access.{reason}"))
    if reason == "not_signed_in" and access.can_sign_in():
        st.button(words("access.sign_in"), on_click=st.login)
    return True


def draw(screened: Screened, agreed: Collection[Problem], words: Words) -> None:
    """Draw the form and its button; an answer that lacks is asked for when it is pressed."""
    if refused(words):
        return
    asked = st.form("publishing", border=False, enter_to_submit=False)
    who, why = who_and_why(asked, words, "publish")
    waiting = len(screened.of("acknowledge")) - len(agreed)
    if waiting:
        st.caption(words("publish.waiting", n=waiting))
    if asked.form_submit_button(words("publish.button"), type="primary", key="publish"):
        _publish(screened, agreed, who, why, words)


def _publish(
    screened: Screened, agreed: Collection[Problem], who: str, why: str, words: Words
) -> None:
    bar = st.progress(0.0, words("building.publishing"))
    try:
        version = screen.publish(
            store.folder(),
            screened,
            who,
            why,
            agreed,
            messages.progress_on(bar, words),
        )
    except ReaderError as error:
        bar.empty()
        messages.show(error, words)
        return
    st.session_state[PUBLISHED] = version.name
    st.rerun()


def message(words: Words) -> None:
    """Say what this reader has published, as long as it is current, with the way to see it."""
    name = st.session_state.get(PUBLISHED)
    if name and name == store.current().name:
        st.success(words("publish.done", version=name))
        st.page_link("pages/overview.py", label=words("publish.see"))
