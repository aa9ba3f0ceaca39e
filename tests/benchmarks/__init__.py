"""Time the dashboard against bare DuckDB and bare Streamlit; run as `python -m tests.benchmarks`."""
