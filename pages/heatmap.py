"""Heat map: every municipality beside the region, by indicator or by year, as matrix or map."""

import streamlit as st

from components import heat_figures, heat_table, heat_views, messages, municipal_panel, page
from components.heat import heat

p = page.begin(
    "heatmap.title", ("region", "municipality", "year", "indicator", "cohort", "schools")
)
heat_views.switches(p)
h = heat(p.view)
if h.rows.empty:
    messages.nothing_chosen(p.words)
else:
    st.subheader(heat_figures.finding(p.view), anchor=False)
    with st.container(horizontal=True, gap="small", wrap=False):
        with st.container(width=heat_figures.WIDTH + 12):
            heat_views.draw(p, h)
        with st.container():
            municipal_panel.draw(p, h)
    with p.tools:
        heat_table.files(p, h)
page.end(p)
