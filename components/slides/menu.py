"""Offer a table of a page as files, as a slide of the show, and as a picture."""

import base64
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from components.base.load import for_later
from components.base.markup import written
from components.charts import sheet
from components.downloads import file_name
from components.shell import downloads_menu
from components.shell.downloads_menu import Offer, marks
from components.shell.page import Page
from components.slides import made, pictures, shelf
from components.slides.slide import Slide
from components.slides.told import Told


def draw(page: Page[Any], offer: Offer, told: Told) -> None:
    """Draw the menu of files with the show and the pictures at its head.

    A run of the page makes no slide: the click does.
    """
    downloads_menu.draw(page, offer, partial(_beside, page, offer, told))


def _beside(page: Page[Any], offer: Offer, told: Told) -> None:
    words = page.words
    if reason := made.refused(page):
        st.caption(words(f"slides.refused_{reason}"))
        return
    # A click is answered before its run has begun: reader and version are kept for it.
    st.button(
        words("slides.add"),
        key=f"{offer.subject}_show",
        on_click=for_later(partial(_add, page, offer, told)),
        width="stretch",
    )
    if count := len(shelf.chosen()):
        st.caption(words("slides.chosen", n=count))
    if told.figure and st.button(
        words("slides.picture"), key=f"{offer.subject}_picture", width="stretch"
    ):
        name = partial(file_name, offer.subject, page.name, marks(page, offer.title))
        _dialog(page, _whole(page, offer, told), {"png": name("png"), "svg": name("svg")})


def _add(page: Page[Any], offer: Offer, told: Told) -> None:
    shelf.add(made.slide(page, offer, told))


def _whole(page: Page[Any], offer: Offer, told: Told) -> Slide:
    """Make the slide with all of its figure, where a screen has no room for that."""
    slide = made.slide(page, offer, told)
    if told.whole is None:
        return slide
    return replace(slide, spec=sheet.unpacked(told.whole()), detail="")


def _dialog(page: Page[Any], slide: Slide, names: dict[str, str]) -> None:
    """Show the picture of a figure, to be saved or copied."""
    words, drawn = page.words, pictures.svg(slide)
    picture = pictures.png_of(drawn)

    def body() -> None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                words("slides.png"), picture, names["png"], "image/png", on_click="ignore"
            )
            st.download_button(
                words("slides.svg"),
                drawn,
                names["svg"],
                "image/svg+xml",
                on_click="ignore",
            )
            st.html(
                written(
                    "slides/copy.html",
                    label=words("slides.copy"),
                    done=words("slides.copied"),
                    cannot=words("slides.cannot_copy"),
                    close=words("slides.close"),
                ),
                unsafe_allow_javascript=True,
            )
        with st.container(key="slide_picture"):
            content = base64.b64encode(picture).decode()
            st.html(written("slides/picture.html", alt=slide.finding, content=content))

    st.dialog(words("slides.picture_title"), width="large")(body)()
