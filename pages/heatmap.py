"""Heat map: every municipality beside the region, by indicator or by year, as matrix or map."""

from dataclasses import replace

import streamlit as st

from components.base.room import figure
from components.heatmap import figures, municipal_panel, table, told, views
from components.heatmap.numbers import heat
from components.heatmap.slides import SOURCE
from components.shell import bringing, messages, page, school_counts
from components.slides import menu
from queries.view import ALL

p = SOURCE.begin()
views.switches(p)
h = heat(p.view)
if h.rows.empty:
    messages.nothing_chosen(p.words)
    bringing.draw(p, "heatmap")
else:
    st.subheader(figures.finding(p.view), anchor=False)
    region = replace(school_counts.counted(p), municipality=ALL)
    school_counts.draw(p, ("listed", "reported"), region)
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_heat"):
        with st.container(width=figure(figures.WIDTH, p.room)):
            views.draw(p, h)
        with st.container():
            municipal_panel.draw(p, h)
    with p.tools:
        menu.draw(p, table.offered(p, h), told.told(p))
page.end(p)
