"""Say which numbers of pupils the reader of this run sees; whoever hides or caches asks here."""

import contextlib
import contextvars
from collections.abc import Iterator
from typing import Literal

import pandas as pd

Seen = Literal["whole_blocks", "all", "none"]
"""Those made of whole blocks; every one, in an editor's internal view; none, in an older version,
for what two versions show together is not proved to hide as one does."""

_seen: contextvars.ContextVar[Seen] = contextvars.ContextVar("seen", default="whole_blocks")


@contextlib.contextmanager
def seeing(seen: Seen) -> Iterator[None]:
    """Draw what follows for a reader who sees these numbers."""
    token = _seen.set(seen)
    try:
        yield
    finally:
        _seen.reset(token)


def seen() -> Seen:
    """Give which numbers the reader for whom this run draws sees."""
    return _seen.get()


def visible(shown: pd.Series) -> pd.Series:
    """Tell of rows that may be shown or not whether this reader sees them."""
    if seen() == "whole_blocks":
        return shown.astype(bool)
    return pd.Series(seen() == "all", shown.index)
