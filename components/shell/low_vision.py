"""Offer large type, another font, strong colours and wide spacing; the browser keeps the choice."""

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written

CHOICES = {
    "size": ("size_usual", "size_large", "size_largest"),
    "font": ("font_usual", "font_serif"),
    "scheme": ("scheme_usual", "scheme_black", "scheme_white", "scheme_blue"),
    "spacing": ("spacing_usual", "spacing_wide", "spacing_widest"),
}
"""What may be chosen, and as what; what is usual changes nothing."""


def draw(words: Words) -> None:
    """Draw the choices; styles of ours follow them, so that no run of a page is needed."""
    groups = [
        (name, words(f"low_vision.{name}"), [_value(choice, words) for choice in choices])
        for name, choices in CHOICES.items()
    ]
    st.html(
        written("shell/low_vision.html", title=words("low_vision.title"), groups=groups),
        unsafe_allow_javascript=True,
    )


def _value(choice: str, words: Words) -> tuple[str, str]:
    """Give what the styles know a choice by, and its words."""
    return choice.partition("_")[2], words(f"low_vision.{choice}")
