"""Say what a link or a file says in as few signs as a notice has room for."""

from collections.abc import Sequence

from components.base.i18n import Words

LONGEST, MOST = 40, 5
"""Signs of one value, and values of one notice."""


def shortened(value: object) -> str:
    """Give a value in one line, its end as «…» if it is long."""
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def listed(said: Sequence[str], words: Words) -> str:
    """List the first of what is said, and the number of the others."""
    rest = [words("notice.more", n=len(said) - MOST)] if len(said) > MOST else []
    return "; ".join([*said[:MOST], *rest])
