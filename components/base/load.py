"""Answer questions and make figures once per data version; the only place that caches.

What is kept is shared by all readers and must never be changed in place. Frames are handed out
as lazy copies (pandas copies on write), so a page may do with its own what it likes.
"""

import contextlib
import contextvars
import threading
from collections.abc import Callable, Hashable, Iterator
from typing import Any

import pandas as pd
from sqlalchemy import Select

from data import store

ANSWERS, MADE = 500, 200
"""How many are kept: an answer takes some kilobytes, a figure up to half a megabyte."""


class Kept:
    """Values made once for a key; the oldest leave when there are too many.

    A reader who finds a value waits for nobody. Values are made one at a time: threads share the
    interpreter anyway, and readers who miss the same value together must not all make it.
    """

    making = threading.RLock()

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Hashable, Any] = {}

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Give the value of a key, made now if nobody has made it."""
        if key in self._values:
            with contextlib.suppress(KeyError):  # it may leave between two looks
                return self._values[key]
        with self.making:
            if key in self._values:
                return self._values[key]
            value = self._values[key] = make()
            while len(self._values) > self._most:
                del self._values[next(iter(self._values))]
            return value


_version: contextvars.ContextVar[store.Version | None] = contextvars.ContextVar(
    "version", default=None
)


@contextlib.contextmanager
def one_version(chosen: store.Version | None = None) -> Iterator[store.Version]:
    """Keep to one version, the current one if none is chosen: a page never mixes two."""
    version = chosen or _version.get() or store.current()
    token = _version.set(version)
    try:
        yield version
    finally:
        _version.reset(token)


_answers, _made = Kept(ANSWERS), Kept(MADE)


def load(question: Callable[..., Select], *args: Hashable) -> pd.DataFrame:
    """Answer a question, or repeat the answer given while the data were the same."""
    return load_from(_version.get() or store.current(), question, *args)


def load_from(
    version: store.Version, question: Callable[..., Select], *args: Hashable
) -> pd.DataFrame:
    """Answer a question from a version that may be older than the current one.

    Two views that differ only in what the question does not ask for share its answer.
    """
    depends_on = question.key(*args) if hasattr(question, "key") else args
    key = (question, depends_on, version)
    return _answers.get(key, lambda: store.fetch(version, question(*args))).copy(deep=False)


def keep(make: Callable[..., Any], *args: Hashable) -> Any:
    """Make a frame or a figure, or repeat the one made of the same arguments and data.

    `make` may only depend on its arguments and on what it loads; it never draws.
    """
    version = _version.get()
    if version is None:
        with one_version():
            return keep(make, *args)
    return _made.get((make, args, version), lambda: make(*args))
