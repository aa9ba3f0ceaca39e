"""Say of a municipality of the link that it is of other years, and lead to it or who followed."""

from dataclasses import replace

import streamlit as st

from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.load import load
from components.shell import view_bar
from components.shell.view_bar import Refused
from queries import lookups
from queries.view import Choices, View

FIELD = "municipality"


def draw(view: View, choices: Choices, words: Words, refused: Refused) -> Refused:
    """Tell a refused municipality that has other years than the view's; give the rest."""
    told = tuple(
        (field, code)
        for field, code in refused
        if field == FIELD and _is_other(view, code, choices)
    )
    for _, code in told:
        with st.container(key="other_years"):
            _draw(view, choices, words, code)
    return tuple(pair for pair in refused if pair not in told)


def _is_other(view: View, code: str, choices: Choices) -> bool:
    return choices.municipalities.get(code) == view.region and code in choices.terms


def _draw(view: View, choices: Choices, words: Words, code: str) -> None:
    name, (first, last) = municipality_name(code, words), choices.terms[code]
    ended = last < view.year
    said = words("other_years.ended", name=name, year=last) if ended else ""
    st.warning(said or words("other_years.begins", name=name, year=first))
    with st.container(horizontal=True):
        then = last if ended else first
        if then in choices.years.get(view.region, ()):
            label = words("other_years.then", name=name, year=then)
            _button(view, choices, label, replace(view, year=then, municipality=code, on=""))
        follower = _follower(code) if ended else ""
        if follower and choices.stands(follower, view.year):
            label = words("other_years.follower", name=municipality_name(follower, words))
            _button(view, choices, label, replace(view, municipality=follower))


def _button(view: View, choices: Choices, label: str, there: View) -> None:
    st.button(
        label,
        key=f"other_years_{there.municipality}_{there.year}",
        on_click=lambda: view_bar.change(view, there, choices),
    )


def _follower(code: str) -> str:
    """Name the code of who followed an ended municipality, if a row tells it."""
    found = load(lookups.municipalities).set_index("oktmo")["successor"]
    return str(found[code]) if isinstance(found[code], str) else ""
