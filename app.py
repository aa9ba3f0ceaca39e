"""Open the dashboard: page settings, then the pages behind one door for errors."""

from pathlib import Path

import streamlit as st

from components import messages, navigation

st.set_page_config(
    page_title="Монитор 500+",
    page_icon=str(Path(__file__).parent / "components" / "icon.png"),
    layout="wide",
)
with messages.errors_in_words():
    navigation.run()
