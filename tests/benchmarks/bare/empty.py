"""A page with nothing but a title: what Streamlit itself costs."""

import streamlit as st

st.header("Пусто")
