"""Rows of declared tables: read from CSV, cast to types and checked against the declaration."""
