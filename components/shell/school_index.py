"""Find schools by any part of a name, number, place or code, in any spelling that intake knows."""

import bisect
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.base.load import keep, load
from data.intake.received.school_names import KINDS, tells_nothing
from data.intake.spelling.vocabulary import plain
from queries import directory

LONGEST = 100
"""Signs of what is typed that are looked for."""
BESIDE, NOWHERE = 3, 1000
"""How much farther a word of a place or code is than one of a name; what is not there at all."""

BETWEEN = "\N{PILCROW SIGN}"
"""Stands between texts that are looked through at once; it is no part of a word."""

_PART = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class Found:
    """One school as it is offered."""

    school_id: str
    name: str
    municipality: str
    region: str


@dataclass(frozen=True)
class Answer:
    """The schools that are offered, and how many there are in all."""

    schools: tuple[Found, ...]
    count: int


class Index:
    """The schools that one reader may find, with the words in which they are looked for.

    `_words` are all words, each once; `_of` tells of every place in a school's text which word
    stands there, `_starts` where each school's text begins.
    """

    def __init__(self, schools: Iterable[Found]) -> None:
        self.schools = list(schools)
        known: dict[str, int] = {}
        of: list[int] = []
        beside: list[int] = []
        starts: list[int] = []
        names = _plainly([school.name for school in self.schools])
        codes = _plainly([school.school_id for school in self.schools])
        places = {school.municipality for school in self.schools}
        said = {place: _parts(plain(place)) for place in places}
        for school, name, code, kinds in zip(
            self.schools, names, codes, _kinds(names), strict=True
        ):
            own, more = _parts(name), (*said[school.municipality], *_parts(code))
            starts.append(len(of))
            of += [known.setdefault(word, len(known)) for word in (*own, *kinds, *more)]
            beside += [0] * (len(of) - len(beside) - len(more)) + [BESIDE] * len(more)
        self._words, self._of = list(known), np.array(of, np.int32)
        self._beside, self._starts = np.array(beside, np.int32), np.array(starts, np.int64)
        self._regions = np.array([school.region for school in self.schools], object)

    def find(self, typed: str, region: str, most: int) -> Answer:
        """Give at most `most` schools that have all that is typed, the best first.

        Schools of `region` come first, then whole words, then beginnings, then words of a name
        before those of a place or code, then the order of names. What says nothing finds none.
        """
        wanted = _wanted(typed)
        if not wanted or not self.schools:
            return Answer((), 0)
        far = sum(np.minimum.reduce([self._far(way) for way in ways]) for ways in wanted)
        found = np.flatnonzero(far < NOWHERE)
        elsewhere = self._regions[found] != region
        best = found[np.lexsort((found, far[found], elsewhere))[:most]]
        return Answer(tuple(self.schools[place] for place in best), len(found))

    def _far(self, way: tuple[str, ...]) -> np.ndarray:
        """Tell of each school how far it is from these words; NOWHERE or more if it lacks one."""
        total = np.zeros(len(self.schools), np.int32)
        for word in way:
            of_word = np.full(len(self._words), NOWHERE, np.int32)
            near = [place for place, known in enumerate(self._words) if word in known]
            of_word[near] = [_distance(word, self._words[place]) for place in near]
            total += np.minimum.reduceat(of_word[self._of] + self._beside, self._starts)
        return total


Ways = tuple[tuple[str, ...], ...]
"""Words of which a school has to have all; one such set is enough."""


def _distance(word: str, known: str) -> int:
    return 0 if word == known else 1 if known.startswith(word) else 2


def index() -> Index:
    """Give the index of the schools that this reader may see, made once a version and right."""
    made: Index = keep(_index)
    return made


def _index() -> Index:
    rows: pd.DataFrame = load(directory.names)
    columns = ("school_id", "name", "municipality", "region")
    told = (rows[name].to_numpy(object).tolist() for name in columns)
    return Index(Found(*school) for school in zip(*told, strict=True))


def _wanted(typed: str) -> list[Ways]:
    """Split what is typed into what a school has to have.

    A kind may be told in other words; words that any school has are wanted if there are no others.
    """
    left, wanted = plain(typed[:LONGEST]), []
    for kind, words in KINDS:
        for told in words.finditer(left):
            wanted.append((_parts(told.group()), (_kind(kind),)))
        left = words.sub(" ", left)
    parts = [((part,),) for part in _parts(left) if not tells_nothing(part)]
    if parts or wanted:
        return [*parts, *wanted]
    return [((part,),) for part in _parts(left)]


def _kind(kind: str) -> str:
    """Write a kind as a word that nobody can type: what is typed has small letters."""
    return kind.upper()


def _plainly(texts: list[str]) -> list[str]:
    """Give the form in which each text is compared, of all at once: one by one takes seconds."""
    together = plain(BETWEEN.join(texts)).split(BETWEEN)
    return together if len(together) == len(texts) else [plain(text) for text in texts]


def _kinds(names: list[str]) -> list[list[str]]:
    """List the kinds that each of the names tells, looked for in all of them at once."""
    told: list[list[str]] = [[] for _ in names]
    together = BETWEEN.join(names)
    ends = list(itertools.accumulate(len(name) + len(BETWEEN) for name in names))
    for kind, words in KINDS:
        found = {bisect.bisect_right(ends, each.start()) for each in words.finditer(together)}
        for place in found:
            told[place].append(_kind(kind))
    return told


def _parts(text: str) -> tuple[str, ...]:
    """Split a text into words and numbers; a number has no noughts before it."""
    return tuple(part.lstrip("0") or "0" for part in _PART.findall(text))
