"""Slides: finding, figure, table, source, notes and fingerprint, made from any view, and the files
made of them.
"""
