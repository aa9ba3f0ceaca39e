"""Offer the files of a story, made together once somebody asks, with their progress."""

import streamlit as st

from components.base.i18n import Words
from components.slides.files import FORMS, TYPES, Form, file_name, made
from components.slides.story import Story

MADE = "files_of_story"
"""Where the session keeps the files of the story that was asked for last, by its fingerprint."""


def draw(story: Story, words: Words) -> None:
    """Draw the button that makes the files, and one for each file that is made."""
    with st.popover(words("show.files"), key="story_files"):
        st.caption(words("show.files_help", fingerprint=story.fingerprint[:12]))
        fingerprint, files = st.session_state.get(MADE, ("", {}))
        if fingerprint != story.fingerprint:
            if not st.button(words("show.make_files"), key="make_files"):
                return
            files = _made(story, words)
            st.session_state[MADE] = story.fingerprint, files
        for form in FORMS:
            st.download_button(
                words(f"slide_files.form.{form}"),
                data=files[form],
                file_name=file_name(story, form),
                mime=TYPES[form],
                key=f"story_{form}",
                on_click="ignore",
                width="stretch",
            )


def _made(story: Story, words: Words) -> dict[Form, bytes]:
    bar = st.progress(0.0, words("show.making_files"))
    files = made(story, progress=lambda share: bar.progress(share, words("show.making_files")))
    bar.empty()
    return files
