"""Know the signs that nobody sees: those that turn the direction of a text, that take no place in
it, that command a machine.

Two names that differ in them look the same, and one of them can show a text turned round.
"""

import re

HARMLESS = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"
"""Places to break or to join a word, and looks of an emoji: a text says the same without them."""
HARMLESS_PATTERN = f"[{HARMLESS}]"

# Control signs but tab and line break; then, by Unicode's DerivedCoreProperties, what is ignorable
# by default, direction marks among it; line separators; notes between lines. The soft
# hyphen is none of them: a word that breaks at it shows it.
PATTERN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""One such sign; Python and Arrow read it alike."""

_SIGN = re.compile(PATTERN)
_WITHOUT_HARMLESS = str.maketrans(dict.fromkeys(HARMLESS))


def without_harmless(text: str) -> str:
    """Give the text without the signs that change nothing of what it says."""
    return text.translate(_WITHOUT_HARMLESS)


def without_unseen(text: str) -> str:
    """Give the text without any such sign."""
    return _SIGN.sub("", without_harmless(text))


def shown(text: str) -> str:
    """Write each such sign by its number, as in «Школа[U+202E]»."""
    return _SIGN.sub(lambda sign: f"[{_number(sign[0])}]", text)


def first(text: str) -> str:
    """Give the number of the first such sign of a text, as U+202E; nothing if there is none."""
    sign = _SIGN.search(text)
    return _number(sign[0]) if sign else ""


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"
