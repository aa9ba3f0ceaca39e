"""Make texts safe inside our own HTML."""

import html


def escaped(text: object) -> str:
    """Write a text so that HTML shows it as it is."""
    return html.escape(str(text))
