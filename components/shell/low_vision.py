"""Offer large type, another font, strong colours and wide spacing; the browser keeps the choice."""

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written

CHOICES = {
    "size": ("usual", "large", "largest"),
    "font": ("usual", "serif"),
    "scheme": ("usual", "black", "white", "blue"),
    "spacing": ("usual", "wide", "widest"),
}
"""What may be chosen, with its values; the first one changes nothing."""


def draw(words: Words) -> None:
    """Draw the choices; styles of ours follow them, so that no run of a page is needed."""
    groups = [
        (name, words(f"low_vision.{name}"), [(v, words(f"low_vision.{name}_{v}")) for v in values])
        for name, values in CHOICES.items()
    ]
    st.html(
        written("shell/low_vision.html", title=words("low_vision.title"), groups=groups),
        unsafe_allow_javascript=True,
    )
