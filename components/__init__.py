"""Make what pages are made of; with the pages, the only room that knows Streamlit."""
