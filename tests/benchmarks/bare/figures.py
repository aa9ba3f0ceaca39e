"""Pages of one select box and one ready-made figure: the least that could draw the same.

The figures come from the file that FIGURES names: page → option → charts, each a Vega-Lite spec
with its rows as Arrow bytes, just as the dashboard sent them to a browser.
"""

import functools
import os
import pickle
from pathlib import Path

import streamlit as st


@st.cache_resource
def figures() -> dict:
    return pickle.loads(Path(os.environ["FIGURES"]).read_bytes())


def draw(page: str) -> None:
    made = figures()[page]
    option = st.selectbox("Год", list(made), index=len(made) - 1, key="bar_year")
    for place, spec in enumerate(made[option]):
        key = f"{page}_{place}"
        st.vega_lite_chart(spec=spec, theme=None, key=key, on_select="rerun", width="content")


st.set_page_config(layout="wide")
st.navigation(
    [st.Page(functools.partial(draw, page), title=page, url_path=page) for page in figures()]
).run()
