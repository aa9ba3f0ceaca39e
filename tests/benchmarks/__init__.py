"""Time the dashboard against bare DuckDB and Streamlit; run as `python -m tests.benchmarks`."""
