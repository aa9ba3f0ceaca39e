"""Compute on small frames: no SQL, no pages."""
