"""Heat map: every municipality beside the region, by indicator or by year, as matrix or map."""

from dataclasses import replace

import streamlit as st

from components.heatmap import figures, municipal_panel, table, views
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import heat
from components.shell import bringing, messages, page, school_counts
from queries.view import ALL

p = page.begin(
    "heatmap",
    HeatmapView,
    ("region", "municipality", "year", "indicator", "cohort", "schools", "picked", "group"),
)
views.switches(p)
h = heat(p.view)
if h.rows.empty:
    messages.nothing_chosen(p.words)
    bringing.draw(p, "heatmap")
else:
    st.subheader(figures.finding(p.view), anchor=False)
    region = replace(school_counts.counted(p), municipality=ALL)
    school_counts.draw(p, ("listed", "reported"), region)
    with st.container(horizontal=True, gap="small", wrap=False):
        with st.container(width=figures.WIDTH + 12):
            views.draw(p, h)
        with st.container():
            municipal_panel.draw(p, h)
    with p.tools:
        table.files(p, h)
page.end(p)
