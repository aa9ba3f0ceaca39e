"""Fold what steers a page into one button in a narrow window, with the values in words."""

from collections.abc import Iterable, Sequence

import streamlit as st

from components.base.i18n import Words
from components.base.markup import written

ALWAYS_SAID = ("region", "municipality", "year", "indicator", "schools", "event")
"""Fields whose values the button says also where nobody has changed them."""

Field = tuple[str, str, bool]
"""Its name, its value in words, and whether it is another one than by default."""


def draw(fields: Iterable[Field], words: Words) -> None:
    """Draw the button; a wide window does not show it."""
    fields = list(fields)
    said = [value for field, value, is_changed in fields if is_changed or field in ALWAYS_SAID]
    html = written("shell/filters.html", said=" · ".join(said), label=_label(fields, words))
    st.html(html, unsafe_allow_javascript=True)


def _label(fields: Sequence[Field], words: Words) -> str:
    changed = sum(is_changed for _, _, is_changed in fields)
    return words("view.filters", n=changed) if changed else words("view.filters_none")
