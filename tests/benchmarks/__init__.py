"""Time the dashboard against bare DuckDB and Streamlit: `python -m tests.benchmarks`."""
