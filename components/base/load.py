"""Answer questions and make figures once per data version; the only place that caches.

What is kept is shared by all readers and must never be changed in place. Frames are handed out
as lazy copies (pandas copies on write), so a page may do with its own what it likes.
"""

import contextlib
import contextvars
import functools
import threading
from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar

import pandas as pd
from cachetools import LRUCache, cached
from cachetools.keys import hashkey
from sqlalchemy import Select

from components.base.pupils import Seen, seen
from data import store

ANSWERS, MADE = 500, 200
"""How many are kept: an answer takes some kilobytes, a figure up to half a megabyte."""

Value = TypeVar("Value")


_making = threading.RLock()
"""Held while a value is made: threads share the interpreter, and fifty readers who make fifty
figures side by side all wait for the last of them."""


def kept(
    most: int, key: Callable[..., Hashable] = hashkey
) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """Keep the values of a function; beyond `most` of them the least recently used leave.

    A reader who finds a value waits for nobody. Values are made one at a time, so that readers who
    miss the same value together make it once.
    """

    def keeping(make: Callable[..., Value]) -> Callable[..., Value]:
        values: LRUCache[Hashable, Value] = LRUCache(most)
        lock = threading.Lock()
        look = cached(values, key=key, lock=lock)(make)

        @functools.wraps(make)
        def found(*args: Hashable) -> Value:
            asked = key(*args)
            with lock:
                if asked in values:
                    return values[asked]
            with _making:
                return look(*args)

        found.cache_clear = look.cache_clear  # type: ignore[attr-defined]
        return found

    return keeping


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


def load(question: Callable[..., Select], *args: Hashable) -> pd.DataFrame:
    """Answer a question, or repeat the answer given while the data were the same."""
    return load_from(_version.get() or store.current(), question, *args)


def load_from(
    version: store.Version, question: Callable[..., Select], *args: Hashable
) -> pd.DataFrame:
    """Answer a question from a version that may be older than the current one.

    Two views that differ only in what the question does not ask for share its answer.
    """
    return _answer(version, question, *args).copy(deep=False)


def _answer_key(
    version: store.Version, question: Callable[..., Select], *args: Hashable
) -> Hashable:
    depends_on = question.key(*args) if hasattr(question, "key") else args
    return version, question, depends_on


@kept(ANSWERS, _answer_key)
def _answer(
    version: store.Version, question: Callable[..., Select], *args: Hashable
) -> pd.DataFrame:
    return store.fetch(version, question(*args))


def keep(make: Callable[..., Any], *args: Hashable) -> Any:
    """Make a frame or a figure, or repeat the one made of the same arguments and data.

    `make` may only depend on its arguments and on what it loads; it never draws.
    """
    version = _version.get()
    if version is None:
        with one_version():
            return keep(make, *args)
    return _made_from(version, seen(), make, *args)


@kept(MADE)
def _made_from(
    version: store.Version, shown: Seen, make: Callable[..., Any], *args: Hashable
) -> Any:
    """Make a value; version and `shown` are here for its key: what is made depends on them."""
    return make(*args)
