"""Summary: who needs help in the region, who has it, what is late, and what to look at first."""

from functools import partial

import streamlit as st

from components.base.choices import target
from components.base.load import load
from components.heatmap import school_list, views
from components.overview import attention, cards, files, overdue_link, sentences, told, years
from components.overview.slides import SOURCE
from components.shell import bringing, messages, page, school_counts
from queries import overview
from queries.view import ALL

p = SOURCE.begin()
totals = load(overview.totals, p.view)
if not totals["year"].eq(p.view.year).any():
    messages.nothing_chosen(p.words)
    bringing.draw(p, "overview")
else:
    events = load(overview.event_numbers, p.view)
    absent = load(overview.absent, p.view)
    aim = target("IND-03", p.view.region)
    cards.draw(sentences.cards(totals, events, absent, aim, p.view, p.words))
    with st.container(horizontal=True, vertical_alignment="center", key="under_cards"):
        school_counts.draw(p, ("listed", "reported"), school_counts.counted(p))
        overdue_link.draw(p, totals)
    left, right = st.columns([1.15, 1], gap="medium")
    found = attention.rows(p.view)
    with left:
        attention.draw(p, found)
        if p.view.municipality == ALL:
            years.draw(p, told.CODES, partial(files.by_year, p))
        else:
            school_list.draw(p)
    with right:
        views.beside(p, "IND-03")
    with p.tools:
        files.needing(p, found)
page.end(p)
