"""Tell our own Markdown from texts, and write a text so that Streamlit shows it letter by letter.

Streamlit 1.67 reads Markdown with its extensions: formulas, emoji, icons, colours and arrows by
their codes, and addresses that become links. Most of it a backslash stops. What is looked for when
the backslashes are gone is parted by a span without looks: `:color[…]` that names no colour.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

from data.invisible_signs import shown

_LOOKED_FOR_LATER = (
    r":(?=[^\s\d]|[\w+-]+:)"  # :smile: :material/home: :red[…] https://
    r"|(?<=[\w.+-])@(?=[\w-])|w(?=ww\.)"
    r"|-(?=[->])|<(?=[-=])|>(?==)|~(?==)"  # arrows and dashes
)
_MEANT = r"[\\`*\[\]{~$<]|(?<!\w)_|_(?!\w)|&(?=[#\w])|(?:^|(?<=^ ))[#>+=|:-]"
_NUMBER_OF_A_LIST = r"(?:^|(?<=^ ))\d{1,9}(?=[.)](?:\s|$))"
_SIGN = re.compile(
    f"({_LOOKED_FOR_LATER})|({_MEANT})|({_NUMBER_OF_A_LIST})", re.IGNORECASE | re.MULTILINE
)
SAFE = "/?&=%+#:@!$,;~-._"
"""Signs that stay in an address: a bracket would end the link."""

_INDENT = re.compile(r"(?m)^[^\S\n]+")
"""Four spaces would make a program of a line; a page shows one of them at most."""


class Markdown(str):
    """A text of our own whose Markdown is meant; what was put into it is text."""


def as_text(text: str) -> Markdown:
    """Write a text so that no sign of it has a meaning; our own Markdown stays as it is."""
    if isinstance(text, Markdown):
        return text
    return Markdown(_SIGN.sub(_without_meaning, _INDENT.sub(" ", shown(text))))


def strong(text: str) -> Markdown:
    """Write a text in bold."""
    return Markdown(f"**{as_text(text.strip())}**")


def linked(text: str, address: str) -> Markdown:
    """Write a text as a link, which Streamlit opens in a window of its own."""
    return Markdown(f"[{as_text(text.strip())}]({quote(address, safe=SAFE)})")


def joined(between: str, parts: Iterable[str]) -> Markdown:
    """Write texts and Markdown one after another."""
    return Markdown(as_text(between).join(map(as_text, parts)))


def _without_meaning(sign: re.Match[str]) -> str:
    later, meant, number = sign.groups()
    if number:
        return f"{number}\\"
    if meant:
        return f"\\{meant}"
    return f":color[{later}]" if later.isalpha() else f":color[\\{later}]"
