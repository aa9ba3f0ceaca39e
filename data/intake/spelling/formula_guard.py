"""Keep a text of a CSV from running as a formula in a spreadsheet, and take that off again.

An apostrophe is put before every text that begins as a formula does. A text that has apostrophes
there already gets one more, so that exactly one is taken off: any text comes back as it was.
"""

import re

# Signs nobody sees: spaces, control and format signs, and what Unicode lets a program pass over.
_UNSEEN = (
    "\x00-\x20\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# = + - @ in every width and height: a spreadsheet of East Asia takes the wide ones for them.
_SIGNS = "=+@\\-⁺⁼₊₌﬩﹢﹣﹦﹫＋－＝＠"
_BEGINS = f"[{_UNSEEN}]*[{_SIGNS}\t\n\r]"

GUARDED = f"^'+{_BEGINS}"
"""A text with its guard before it; Arrow's expressions read this as Python's do."""

_FORMULA, _GUARDED = re.compile(f"'*{_BEGINS}"), re.compile(GUARDED)


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take off the apostrophe that `guarded` puts there; any other text is as it was."""
    return text[1:] if _GUARDED.match(text) else text
