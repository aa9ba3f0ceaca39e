"""Find the school that a list without codes names, by its number, kind and place.

Only a name that agrees in all three with one known school of the municipality is sure.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from data.intake.spelling.vocabulary import plain

_WORDS = (
    ("boarding", r"интернат\w*"),
    ("evening", r"вечерн\w+|всош|осош|открыт\w+ \(?сменн\w+"),
    ("secondary", r"средн\w+|сош|сш"),
    ("basic", r"основн\w+|оош"),
    ("primary", r"начальн\w+|нош"),
    ("gymnasium", r"гимнази\w+"),
    ("lyceum", r"лице\w+"),
    ("centre", r"центр\w* образования|цо"),
    ("branch", r"филиал\w*"),
)
KINDS = tuple((kind, re.compile(rf"\b(?:{words})(?!\w)")) for kind, words in _WORDS)
"""Each kind of school with the words that tell it, as `plain` writes them."""
_NUMBER = re.compile(r"(?:\bno? ?|(?<!\w))0*(\d{1,4})(?![\d\w]|-лети|-й|-го| лет)")
_LEGAL = re.compile(
    r"\b(?:м|г|ч)(?:б|к|а)?(?:н)?оу\b|\bоо\b|\bоу\b|муниципальн\w+|государственн\w+|бюджетн\w+|"
    r"казенн\w+|автономн\w+|обще ?образовательн\w+|образовательн\w+|учреждени\w+|организаци\w+|"
    r"\bшкол\w+|\bполн\w+|\bимени\b|\bим\b|\b(?:г|с|п|д|х|ст|рп|пгт|пос|дер)\b\.?|\bсел[оа]\b|"
    r"\bгород\w*\b|\bпосел\w+|\bдеревн\w+|\bстаниц\w+|\bхутор\w*|\bno?\b"
)


class KnownSchool(NamedTuple):
    """A school that has a code already."""

    school_id: str
    oktmo: str
    name: str


class SchoolName(NamedTuple):
    """What of a name tells schools apart."""

    number: str
    kind: str
    words: frozenset[str]


@cache
def understood(name: str) -> SchoolName:
    """Split a name into its number, its kind and what else it says: a place, a hero."""
    left = re.sub(r'["()«»,.;]', " ", plain(name))
    kinds = []
    for kind, words in KINDS:
        if words.search(left):
            kinds.append(kind)
            left = words.sub(" ", left)
    number = _NUMBER.search(left)
    if number:
        left = left[: number.start()] + " " + left[number.end() :]
    told = re.findall(r"[^\W_]+", _LEGAL.sub(" ", left))
    return SchoolName(number[1] if number else "", "+".join(sorted(kinds)), frozenset(told))


def tells_schools_apart(name: str) -> bool:
    """Say whether a name has more than its kind: «СОШ» may be any."""
    number, _, words = understood(name)
    return bool(number or words)


def tells_nothing(word: str) -> bool:
    """Say whether a word, as `plain` writes it, may stand in any school's name: «МБОУ», «им»."""
    return bool(_LEGAL.fullmatch(word))


class Municipality:
    """The schools of one municipality, found by any part of their names."""

    def __init__(self, known: Iterable[KnownSchool] = ()) -> None:
        self.schools = list(known)
        self._by_name: dict[str, list[int]] = {}
        self._by_parts: dict[SchoolName, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        for place, school in enumerate(self.schools):
            name = understood(school.name)
            self._by_name.setdefault(plain(school.name), []).append(place)
            self._by_parts.setdefault(name, []).append(place)
            for part in {name.number, *name.words}:
                self._by_part.setdefault(part, []).append(place)

    def school_of(self, name: str) -> str | tuple[KnownSchool, ...]:
        """Give the code of the school that a name surely is, or all it may be; () if it is new."""
        wanted = understood(name)
        same = self._by_name.get(plain(name), [])
        if not same and tells_schools_apart(name):
            same = self._by_parts.get(wanted, [])
        codes = {self.schools[place].school_id for place in same}
        if len(codes) == 1:
            return codes.pop()
        parts = (wanted.number, *wanted.words)
        near = sorted({place for part in parts for place in self._by_part.get(part, ())})
        found = [n for n in near if _may_be(wanted, understood(self.schools[n].name))]
        return tuple({(one := self.schools[n]).school_id: one for n in same or found}.values())


def _may_be(one: SchoolName, other: SchoolName) -> bool:
    """Say whether two names may be of one school: nothing that both tell may rule it out."""
    if one.number or other.number:
        return one.number == other.number or (
            not (one.number and other.number) and bool(one.words & other.words)
        )
    return bool(one.words & other.words) or not (one.words and other.words)


def own_code(name: str, oktmo: str) -> str:
    """Make the code of a school that has none: the same for every spelling of its name."""
    number, kind, words = understood(name)
    said = "|".join((number, kind, *sorted(words)))
    return f"OWN-{oktmo}-{number or '0'}-{hashlib.sha256(said.encode()).hexdigest()[:6]}"


def by_municipality(known: Iterable[KnownSchool]) -> dict[str, Municipality]:
    """Give the known schools by ОКТМО."""
    found: dict[str, list[KnownSchool]] = {}
    for school in known:
        found.setdefault(school.oktmo, []).append(school)
    return {oktmo: Municipality(schools) for oktmo, schools in found.items()}
