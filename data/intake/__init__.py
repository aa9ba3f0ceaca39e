"""Bring files into a data version: read, check, publish. There is one way in."""
