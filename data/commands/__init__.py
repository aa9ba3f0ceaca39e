"""What `python -m data` does: one module for each kind of work, wired in `data/__main__.py`."""
