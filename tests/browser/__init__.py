"""Journeys of a reader in a real browser; one server and one browser serve them all."""
