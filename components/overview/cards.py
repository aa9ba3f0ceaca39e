"""Draw the cards of the summary: a number, what it counts, how it changed, in words first."""

import streamlit as st

from components.base.markup import escaped
from components.overview.sentences import Card


def draw(cards: list[Card]) -> None:
    """Draw cards side by side, of one height."""
    st.html(f'<div class="cards">{"".join(_html(card) for card in cards)}</div>')


def _html(card: Card) -> str:
    bar = ""
    if card.share is not None:
        bar = f'<div class="card-bar"><i style="width:{100 * card.share:.1f}%"></i></div>'
    change = ""
    if card.change:
        mark = f'<b class="{card.verdict}">{escaped(card.symbol)}</b> ' if card.symbol else ""
        change = f'<p class="card-change">{mark}{escaped(card.change)}</p>'
    note = f'<p class="card-note">{escaped(card.note)}</p>' if card.note else ""
    return (
        f'<div class="card"><p class="card-head"><strong>{escaped(card.number)}</strong> '
        f"{escaped(card.counted)}</p>{bar}{change}{note}</div>"
    )
