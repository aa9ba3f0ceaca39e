"""Charts: a DataFrame of ready cells in, a Vega-Lite spec (plain dict) out; no Streamlit, no SQL.

Every chart of municipalities has one point selection, `municipality`, over the field `oktmo`.
"""
