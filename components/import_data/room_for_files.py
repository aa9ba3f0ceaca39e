"""Tell which of the brought files there is room for, and name the others."""

from collections.abc import Iterable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.base.i18n import Words


def fitting(
    uploads: Iterable[UploadedFile], room: int, most: int, words: Words
) -> list[UploadedFile]:
    """Give the files for which there is room, in their order, and name those that are not read."""
    fitting: list[UploadedFile] = []
    refused: list[UploadedFile] = []
    for each in uploads:
        fits = each.size <= room
        (fitting if fits else refused).append(each)
        room -= each.size if fits else 0
    if refused:
        names = ", ".join(each.name for each in refused)
        with st.container(key="too_much"):
            st.text(words("import_data.too_much", files=names, most=most))
    return fitting
