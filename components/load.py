"""Answer questions and make figures once per data version; the only place that caches.

What is kept is shared by all readers and must never be changed in place. Frames are handed out
as lazy copies (pandas copies on write), so a page may do with its own what it likes.
"""

import functools
from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
from sqlalchemy import Select

from data import store

ANSWERS, MADE = 500, 200
"""How many are kept: an answer takes some kilobytes, a figure up to half a megabyte."""


def load(question: Callable[..., Select], *args: Hashable) -> pd.DataFrame:
    """Answer a question, or repeat the answer given while the data were the same."""
    return _answer(question, args, store.current()).copy(deep=False)


def keep(make: Callable[..., Any], *args: Hashable) -> Any:
    """Make a frame or a figure, or repeat the one made of the same arguments and data.

    `make` may only depend on its arguments and on what it loads; it never draws.
    """
    return _made(make, args, store.current())


@functools.lru_cache(maxsize=ANSWERS)
def _answer(question: Callable[..., Select], args: tuple, version: store.Version) -> pd.DataFrame:
    return store.fetch(version, question(*args))


@functools.lru_cache(maxsize=MADE)
def _made(make: Callable[..., Any], args: tuple, version: store.Version) -> Any:
    return make(*args)
