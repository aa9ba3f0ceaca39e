"""Find the municipality that a table names; a name that two of them could mean is never guessed.

«Азов» may be the town or the district around it, «Каменский» stands in two regions: only a name
with its kind («г. Азов», «Азовский район») or one that nobody else resembles is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from data.intake.spelling.vocabulary import plain

_DISTRICT = r"муниципальный район|район|р-н|м\.? ?р"
_OKRUG = r"городской округ|г\.? ?о|зато"
_TOWN = r"город|гор|г|поселок|пос|п"
_ANY = r"муниципальное образование|муниципальный округ|округ|м\.? ?о"
_KIND = re.compile(
    rf"(?<![\w-])(?:(?P<any>{_ANY})|(?P<district>{_DISTRICT})|(?P<okrug>{_OKRUG})|(?P<town>{_TOWN}))"
    r"(?![\w-])\.?"
)
_CODE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_ENDING = re.compile(r"(ий|ой|ое|ый|ая)$")
_SUFFIX = re.compile(r"с?к$")


class Place(NamedTuple):
    """One municipality: its ОКТМО, its region's code and its names; the town it stands in."""

    oktmo: str
    region: str
    name_ru: str
    short_name_ru: str
    admin_centre: str | None = None


def _core_and_kinds(text: str) -> tuple[str, set[str]]:
    """Split a name into its core and the kinds it names: «г. Азов» is «азов» and «town»."""
    bare = plain(re.sub(r"[()\"]", " ", plain(text)))
    kinds = {str(found.lastgroup) for found in _KIND.finditer(bare)} - {"any"}
    core = " ".join(_KIND.sub(" ", bare).split()).strip(" -.,")
    return (core, kinds) if core else (bare, set())


def _stem(core: str) -> str:
    """Give what is left of a name that may be a town's or the district's around it."""
    return _SUFFIX.sub("", _ENDING.sub("", core)) or core


@dataclass(frozen=True)
class Register:
    """The municipalities that names are looked up among."""

    places: tuple[Place, ...]

    def __init__(self, municipalities: pd.DataFrame | Iterable[tuple[object, ...]]) -> None:
        if isinstance(municipalities, pd.DataFrame):
            names = [name for name in Place._fields if name in municipalities.columns]
            rows: Iterable[tuple[object, ...]] = (
                municipalities[names].astype(object).itertuples(index=False)
            )
        else:
            rows = municipalities
        places = tuple(Place(*(_text(cell) for cell in row)) for row in rows)  # type: ignore[arg-type]
        object.__setattr__(self, "places", places)

    def within(self, region: str) -> "Register":
        """Look only among the municipalities of one region."""
        return Register([place for place in self.places if place.region == region])

    def label(self, oktmo: str) -> str:
        """Name a municipality so that it cannot be taken for another: «г. Азов (60704000)»."""
        return f"{self._by_code[oktmo].short_name_ru} ({oktmo})"

    def knows(self, oktmo: str) -> bool:
        """Say whether there is a municipality of this ОКТМО."""
        return oktmo in self._by_code

    def oktmo_of(self, text: str) -> str | tuple[str, ...]:
        """Give the one ОКТМО that a name means, or all that it could mean; () if it is unknown."""
        codes = {code for code in _CODE.findall(text) if code in self._by_code}
        if codes:
            named = self.oktmo_of(_CODE.sub(" ", text))
            codes |= {named} if isinstance(named, str) else set()
            return codes.pop() if len(codes) == 1 else tuple(sorted(codes))
        core, kinds = _core_and_kinds(text)
        alike = self._alike.get(_stem(core), ())
        found = [place for place in alike if self._fits(place, core, kinds, text)]
        if not kinds and len(alike) > 1:
            # The whole official name of one, to which no other comes nearer than by its ending.
            found = [p for p in found if plain(text) in _official(p) and self._alone(p, core)]
        if len(found) == 1:
            return found[0].oktmo
        return tuple(sorted(place.oktmo for place in found or alike))

    def _fits(self, place: Place, core: str, kinds: set[str], text: str) -> bool:
        if plain(text) in _official(place):
            return True
        own = _core_and_kinds(place.short_name_ru)[0]
        town = _town(place)
        if "district" in kinds:
            return _is_district(place) and core == own
        if kinds:
            return not _is_district(place) and core in (own, town)
        return core in (own, town)

    def _alone(self, place: Place, core: str) -> bool:
        return all(p is place or core != _core_and_kinds(p.short_name_ru)[0] for p in self.places)

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.oktmo: place for place in self.places}

    @cached_property
    def _alike(self) -> dict[str, tuple[Place, ...]]:
        """Municipalities by every stem under which a reader may look for them."""
        found: dict[str, list[Place]] = {}
        for place in self.places:
            core = _core_and_kinds(place.short_name_ru)[0]
            near = {core, core.split("-")[0], _core_and_kinds(place.admin_centre or core)[0]}
            for stem in {_stem(name) for name in near}:
                found.setdefault(stem, []).append(place)
        return {stem: tuple(places) for stem, places in found.items()}


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def _official(place: Place) -> set[str]:
    return {plain(place.name_ru), plain(place.short_name_ru)}


def _is_district(place: Place) -> bool:
    return "district" in _core_and_kinds(place.name_ru)[1]


def _town(place: Place) -> str | None:
    """Name the town that an okrug is; a district is not its centre."""
    if _is_district(place) or not place.admin_centre:
        return None
    return _core_and_kinds(place.admin_centre)[0]
