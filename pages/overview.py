"""Summary: who needs help in the region, who has it, what is late, and what to look at first."""

import streamlit as st

from components import attention, cards, downloads_menu, heat_views, messages, page
from components.load import load
from components.words import summary
from queries import overview

p = page.begin("overview.title", ("region", "municipality", "year", "cohort", "schools"))
totals = load(overview.totals, p.view)
if totals.empty:
    messages.nothing_chosen(p.words)
else:
    events = load(overview.event_numbers, p.view)
    cards.draw(summary.cards(totals, events, load(overview.absent, p.view), p.view, p.words))
    left, right = st.columns(2, gap="medium")
    found = attention.rows(p.view)
    with left:
        attention.draw(p, found)
    with right:
        heat_views.small_map(p, "IND-03")
    with p.tools:
        downloads_menu.draw(
            p, "attention", p.words("attention.title"), found, attention.columns(p.words)
        )
page.end(p)
