"""Answer questions and make figures once per data version; the only place that caches.

What is kept is shared by all readers of one right and must never be changed in place. Frames are
handed out as copies, whose texts are still shared, so a page may do with its own what it likes.

Rows of single schools are handed out to whoever may see those schools, and to nobody else. So all
that is made here is made of the reader's own rows, but for what is asked of `of_all`.
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

from components.base.own_rows import Schools, own
from components.base.pupils import Seen, seeing, seen
from components.base.rights import reading_as, right
from data import store
from data.invisible_signs import PATTERN, shown
from queries import mentoring, schools

ANSWERS, MADE, VERSIONS = 500, 200, 50
"""How many are kept: an answer takes some kilobytes, a figure up to half a megabyte."""

Value = TypeVar("Value")
Municipalities = frozenset[str] | None
"""Whose single schools are seen: of equal rights what is kept is one, of unequal ones never."""


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


def older_version() -> str:
    """Name the version of this run if it is not the current one, as links do; else nothing."""
    version = _version.get()
    return version.name if version and version.name != store.current().name else ""


def load(question: Callable[..., Select], *args: Hashable) -> pd.DataFrame:
    """Answer a question, or repeat the answer given while the data were the same."""
    return load_from(_version.get() or store.current(), question, *args)


def load_from(
    version: store.Version, question: Callable[..., Select], *args: Hashable
) -> pd.DataFrame:
    """Answer a question from a version that may be older than the current one.

    Two views that differ only in what the question does not ask for share its answer.
    """
    # pandas notes every lazy copy in the frame it is of, five hundred a column: memory for months.
    return _answer(version, right().municipalities, question, *args).copy()


def _answer_key(
    version: store.Version,
    municipalities: Municipalities,
    question: Callable[..., Select],
    *args: Hashable,
) -> Hashable:
    depends_on = question.key(*args) if hasattr(question, "key") else args
    return version, municipalities, question, depends_on


@kept(ANSWERS, _answer_key)
def _answer(
    version: store.Version,
    municipalities: Municipalities,
    question: Callable[..., Select],
    *args: Hashable,
) -> pd.DataFrame:
    if municipalities is None:
        return _seen(store.fetch(version, question(*args)))
    return own(_answer(version, None, question, *args), _schools(version, municipalities))


def _seen(answer: pd.DataFrame) -> pd.DataFrame:
    """Write out the signs that nobody sees: a version of before they were refused may have some."""
    for name in answer.select_dtypes("str").columns:
        if answer[name].str.contains(PATTERN).any():
            answer[name] = answer[name].map(shown, na_action="ignore")
    return answer


@kept(VERSIONS)
def _schools(version: store.Version, municipalities: frozenset[str]) -> Schools:
    """Name the schools that are seen one by one in a version."""
    places = _answer(version, None, schools.municipalities)
    pairs = _answer(version, None, mentoring.ever_paired)
    return Schools.of(places, pairs, municipalities)


def keep(make: Callable[..., Any], *args: Hashable) -> Any:
    """Make a frame or a figure, or repeat the one made of the same arguments and data.

    `make` may only depend on its arguments and on what it loads; it never draws.
    """
    version = _version.get()
    if version is None:
        with one_version():
            return keep(make, *args)
    return _made_from(version, right().municipalities, seen(), make, *args)


@kept(MADE)
def _made_from(
    version: store.Version,
    municipalities: Municipalities,
    pupils: Seen,
    make: Callable[..., Any],
    *args: Hashable,
) -> Any:
    """Make a value; version, right and `pupils` are here for its key: what is made is theirs."""
    return make(*args)


def of_all(make: Callable[..., Value], *args: Hashable) -> Value:
    """Make numbers and frames of the rows of every school, for totals that all may see.

    Of rows of single schools among them the reader still gets those that he may see. Raises
    TypeError for what cannot be looked through, as a picture or a text of HTML.
    """
    if right().sees_all():
        return make(*args)
    made: Value = keep(_of_all, make, *args)
    return made


def _of_all(make: Callable[..., Any], *args: Hashable) -> Any:
    reader = right()
    with reading_as(reader.to_all()), one_version() as version:
        made = make(*args)
    return own(made, _schools(version, reader.municipalities or frozenset()))


def count_of_all(make: Callable[..., Any], *args: Hashable) -> int:
    """Count the rows that `make` gives of every school, those that are not shown included."""
    return of_all(_count, make, *args)


def _count(make: Callable[..., Any], *args: Hashable) -> int:
    return len(make(*args))


def all_hidden(make: Callable[..., Any], *args: Hashable) -> bool:
    """Tell whether `make` gives rows, and none of them may be seen by this reader."""
    return not len(make(*args)) and bool(count_of_all(make, *args))


def for_later(make: Callable[[], Value]) -> Callable[[], Value]:
    """Bind what is made after a run of a page, as a file, to its version and what it may show."""
    version, reader, pupils = _version.get(), right(), seen()

    def made() -> Value:
        with one_version(version), reading_as(reader), seeing(pupils):
            return make()

    return made
