"""A page of every call by which the dashboard draws words, each given the same text."""

import os

import pandas as pd
import streamlit as st

from components.base.streamlit_texts import guard

TEXT = os.environ.get("TEXT", "")
EACH_BODY = ("caption", "error", "header", "info", "markdown", "subheader", "success")
EACH_BODY += ("title", "warning", "write")
EACH_LABEL = ("button", "checkbox", "file_uploader", "number_input", "text_area", "text_input")
EACH_LABEL += ("toggle", "expander", "popover", "status")
OPTIONS = ("pills", "radio", "segmented_control", "select_slider", "selectbox", "multiselect")


def draw(name: str) -> None:
    """Draw a call with the text in every place that it has for words."""
    call = getattr(st, name)
    if name in OPTIONS:
        call(TEXT, ["b", TEXT], format_func=lambda option: option)
        call("plain", ["b", "c"], format_func=lambda option: TEXT + option)
    elif name in EACH_LABEL or name in EACH_BODY:
        call(TEXT)
    else:
        OTHERS[name]()


def _form() -> None:
    with st.form("form"):
        st.form_submit_button(TEXT, help=TEXT)


OTHERS = {
    "download_button": lambda: st.download_button(TEXT, b"x", help=TEXT),
    "form_submit_button": _form,
    "metric": lambda: st.metric(TEXT, TEXT, TEXT),
    "page_link": lambda: st.page_link(PAGE, label=TEXT),
    "progress": lambda: st.progress(0.5, TEXT),
    "spinner": lambda: None,  # seen only while something lasts
    "table": lambda: (st.table(pd.DataFrame({TEXT: [TEXT]})), st.table([{TEXT: TEXT}])),
    "tabs": lambda: st.tabs([TEXT]),
}
CALLS = (*EACH_BODY, *EACH_LABEL, *OPTIONS, *OTHERS)


def page() -> None:
    """Draw every call in a box of its name, then random texts."""
    for name in CALLS:
        with st.container(key=f"of_{name}"):
            draw(name)
    for number, text in enumerate(os.environ["RANDOM"].split("\x1f")):
        with st.container(key=f"random_{number}"):
            st.markdown(text)
    st.container(key="footer").text("end")


PAGE = st.Page(page, title="Every call")
if st.runtime.exists():
    guard()
    st.navigation([PAGE], position="hidden").run()
