"""Let the reader show several municipalities or cohorts; say where a page cannot."""

from dataclasses import replace

import streamlit as st

from components.base import several_values
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.several_values import LEAST, ONE
from components.shell import view_bar
from queries.field_values import picked_of
from queries.view import ALL, Choices, View

FORM = "several_values"


def offer(view: View, choices: Choices, words: Words, bar: tuple[str, ...]) -> None:
    """Offer to choose several, beside what else is done with the whole page."""
    fields = [field for field in reversed(ONE) if field in bar]  # the short list first
    if not fields:
        return
    with st.popover(words("several.open"), key="several_open"):
        for field in fields:
            _form(view, choices, words, field)


def draw(view: View, choices: Choices, words: Words, bar: tuple[str, ...]) -> None:
    """Say which several are shown, or that this page shows all of them, with the way back."""
    for field in several_values.chosen(view):
        if field in bar:
            said = words.marked(
                f"several.{field}_here", said=several_values.said(view, field, words)
            )
        elif ONE[field] in bar:
            said = words.marked(
                f"several.{field}_not_here", said=several_values.said(view, field, words)
            )
        else:
            continue
        with st.container(horizontal=True, vertical_alignment="center", key=f"several_{field}_bar"):
            st.caption(said)
            st.button(
                words("several.drop"),
                on_click=_drop,
                args=(view, choices, field),
                key=f"several_{field}_drop",
            )


def _drop(view: View, choices: Choices, field: str) -> None:
    view_bar.change(view, replace(view, **{field: ALL}), choices)  # type: ignore[arg-type]


def _form(view: View, choices: Choices, words: Words, field: str) -> None:
    """Ask for the values of a field; nothing changes before the button."""
    named = _named(view, choices, words, field)
    kept = getattr(view, field)
    # Keys hold what is shown, so that other values start from their own.
    chosen = st.pills(
        words(f"view.{field}"),
        sorted(named, key=named.__getitem__),
        selection_mode="multi",
        default=[code for code in kept.split(",") if code in named],
        format_func=named.__getitem__,
        key=f"{FORM}_{field}_{view.region}_{kept}",
    )
    shown = several_values.none_alone(view, field, picked_of(chosen))
    st.button(
        words("several.take"),
        disabled=len(chosen) < LEAST,
        on_click=lambda: view_bar.change(view, shown, choices),
        key=f"several_{field}_take",
    )


def _named(view: View, choices: Choices, words: Words, field: str) -> dict[str, str]:
    if field == "cohorts":
        return {str(year): str(year) for year in choices.cohorts.get(view.region, ())}
    return {
        code: municipality_name(code, words)
        for code, region in choices.municipalities.items()
        if region == view.region and choices.stands(code, view.year)
    }
