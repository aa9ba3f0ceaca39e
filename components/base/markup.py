"""Make texts safe inside our own HTML."""

import html
import re

ADDRESS = re.compile(r"https?://[^\s«»\"<>]*[^\s«»\"<>.,;:!?)\]]")
"""Inside an address any punctuation may stand; after it, it is the sentence's."""


def escaped(text: object) -> str:
    """Write a text so that HTML shows it as it is."""
    return html.escape(str(text))


def linked(text: str, name: str) -> str:
    """Write a text with each web address as a link of that name; the address is its hint."""
    made, done = [], 0
    for number, found in enumerate(ADDRESS.finditer(text), 1):
        address, shown = escaped(found.group()), name if number == 1 else f"{name} ({number})"
        made.append(escaped(text[done : found.start()]))
        made.append(
            f'<a href="{address}" title="{address}" target="_blank" rel="noopener noreferrer">'
            f"{escaped(shown)}</a>"
        )
        done = found.end()
    return "".join(made) + escaped(text[done:])
