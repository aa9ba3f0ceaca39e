"""Pages sent again just as the dashboard sent them, with nothing worked out: Streamlit's own share.

The file that SENT names holds page → identity of the year's box, year → deltas as bytes.
"""

import functools
import os
import pickle
from pathlib import Path

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx


@st.cache_resource
def recorded() -> dict:
    return pickle.loads(Path(os.environ["SENT"]).read_bytes())


def send(page: str) -> None:
    """Send the deltas of the year that the browser chose; of the last one before it chose any."""
    context = get_script_run_ctx()
    widget, years = recorded()[page]
    # The box is known to the browser alone, so what it chose is with the values nobody asked for.
    chosen = context.session_state._state._new_widget_state.states.get(widget)
    for raw in years[chosen.value.string_value if chosen else list(years)[-1]]:
        context.enqueue(ForwardMsg.FromString(raw))


st.set_page_config(layout="wide")
st.navigation(
    [st.Page(functools.partial(send, page), title=page, url_path=page) for page in recorded()]
).run()
