"""Find the municipality that a table names; a name that two of them could mean is never guessed.

«Азов» may be the town or the district around it: only a name with its kind («г. Азов», «Азовский
район») or one that nobody else resembles is taken. «Октябрьский район» stands in many regions: it
is looked up in the region that a person chose, or in which the other names of its column stand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

import pandas as pd

from data.intake.declared.gathering import FACTS
from data.intake.spelling.vocabulary import plain

_MUNICIPAL = r"(?:муниципальн(?:ый|ого|ое)|муниц\.?|мун\.?) ?"
_DISTRICT = rf"(?:{_MUNICIPAL})?(?:района?|р-на?)|м\.? ?р|улуса?|кожууна?"
_OKRUG = r"городско(?:й|го) округа?|г\.? ?о|зато"
_TOWN = (
    r"город-курорт|город-герой|города?|гор|г|рабоч(?:ий|его) пос[её]л(?:ок|ка)|рп|поселени[ея]|"
    r"поселка?|поселок|пос|п"
)
_OFFICE = (
    r"администраци[яи]|(?:управлени[ея]|отдела?|комитета?|департамента?) "
    r"(?:по )?образовани(?:я|ю|ем)"
)
_ANY = rf"{_MUNICIPAL}образовани[ея]|(?:{_MUNICIPAL})?округа?|м\.? ?о|{_OFFICE}"
_KIND = re.compile(
    rf"(?<![\w-])(?:(?P<district>{_DISTRICT})|(?P<okrug>{_OKRUG})|(?P<any>{_ANY})|(?P<town>{_TOWN}))"
    r"(?![\w-])\.?"
)
_CODE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_LONG_CODE = re.compile(r"(\d{8})\d{3}")
_ENDING = re.compile(r"(ий|ой|ое|ый|ая|ого|его)$")
_SUFFIX = re.compile(r"с?к$")
_ITEM = re.compile(r"^\s*(?:№ ?)?\d{1,3}(?:\s*[.)](?!\d)\s*|\s+)(?=\D)")
"""A number in a list, as «34. » before a name."""
_FOOTNOTE = re.compile(r"(?<=[^\W\d])\.?(?:\d{1,2}\)?|\s*[\[(]\d{1,2}[\])]|\s*[¹²³⁴-⁹]{1,2})\s*$")
"""A number that refers to a note: right after the last letter, in brackets, or raised."""
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
"""Latin letters that look like Russian ones."""
_GENITIVES = (("ний", "него"), ("ий", "ого"), ("ой", "ого"), ("ое", "ого"), ("ый", "ого"))
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
MIXED = 5
"""Words of the longest name of which every mixture of cases is known."""


class Place(NamedTuple):
    """One municipality: its ОКТМО, its region's code and its names; the town it stands in."""

    oktmo: str
    region: str
    name_ru: str
    short_name_ru: str
    admin_centre: str | None = None


def _named(text: str) -> str:
    """Give a name as a document has it without what stands around it: list numbers, footnotes."""
    return _ITEM.sub("", _FOOTNOTE.sub("", text)).translate(_LOOK_ALIKE)


@cache
def shipped() -> "Register":
    """Know the municipalities of every region by all their names, from the facts; read once."""
    return Register(pd.read_csv(FACTS / "municipality.csv", dtype=str))


@cache
def shipped_regions() -> pd.DataFrame:
    """One row per region of the country by name: code, name_ru, name_en; from the facts."""
    rows = pd.read_csv(FACTS / "region.csv", dtype=str, usecols=["code", "name_ru", "name_en"])
    return rows.sort_values("name_ru", ignore_index=True)


def _core_and_kinds(text: str) -> tuple[str, set[str]]:
    """Split a name into its core and the kinds it names: «г. Азов» is «азов» and «town»."""
    bare = plain(re.sub(r"[()\"]", " ", plain(text)))
    kinds = {str(found.lastgroup) for found in _KIND.finditer(bare)} - {"any"}
    core = " ".join(_KIND.sub(" ", bare).split()).strip(" -.,+/").removesuffix(" и")
    return (core, kinds) if core else (bare, set())


def _is_called(core: str, name: str | None) -> bool:
    """Say whether a core is a name in the nominative or genitive, whatever joins its words."""
    return name is not None and core.replace("-", " ") in _forms(name)


@cache
def _forms(name: str) -> frozenset[str]:
    """Give a core as it stands alone and after «администрация»: «азовский», «азовского».

    Some words of a name may stand as they are; in a long one all do or none, for each more would
    double the forms.
    """
    words = name.replace("-", " ").split()
    genitives = [_genitive(word) for word in words]
    if len(words) > MIXED:
        return frozenset((" ".join(words), " ".join(genitives)))
    return frozenset(" ".join(found) for found in product(*zip(words, genitives, strict=True)))


def _genitive(word: str) -> str:
    """Give the genitive of an adjective or of a town that ends in a consonant, else the word."""
    for ending, genitive in _GENITIVES:
        if word.endswith(ending):
            return word.removesuffix(ending) + genitive
    return word + "а" if word[-1:] in _CONSONANTS and len(word) > 2 else word


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

    @property
    def codes(self) -> list[str]:
        """List the municipalities' ОКТМО."""
        return list(self._by_code)

    def within(self, *regions: str) -> "Register":
        """Look only among the municipalities of some regions."""
        return Register([place for place in self.places if place.region in regions])

    def of_column(self, texts: Iterable[str]) -> "Register":
        """Look only in the regions that a column names beyond doubt, if all its places are there.

        Beyond doubt are codes and names that only one municipality has; without any, the one
        region that all the names have in common.
        """
        found = [regions for regions in map(self._regions_of, set(texts)) if regions]
        sure = set().union(*(regions for regions in found if len(regions) == 1))
        shared = set.intersection(*found) if found else set()
        named = sure or (shared if len(shared) == 1 else set())
        if not named or not all(regions & named for regions in found):
            return self
        return self.within(*named)

    def _regions_of(self, text: str) -> set[str]:
        """Give the regions in which the municipality stands that a cell means or could mean."""
        code = _LONG_CODE.fullmatch(text)
        means = self.oktmo_of(code[1] if code else text)
        return {self.region_of(o) for o in ([means] if isinstance(means, str) else means)}

    def label(self, oktmo: str) -> str:
        """Name a municipality so that it cannot be taken for another: «г. Азов (60704000)»."""
        return f"{self._by_code[oktmo].short_name_ru} ({oktmo})"

    def region_of(self, oktmo: str) -> str:
        """Give the region of a municipality, or `` if there is none of this ОКТМО."""
        return self._by_code[oktmo].region if oktmo in self._by_code else ""

    def oktmo_of(self, text: str) -> str | tuple[str, ...]:
        """Give the one ОКТМО that a name means, or all that it could mean; () if it is unknown."""
        text = _named(text)
        codes = {code for code in _CODE.findall(text) if code in self._by_code}
        if codes:
            named = self.oktmo_of(_CODE.sub(" ", text))
            codes |= {named} if isinstance(named, str) else set()
            return codes.pop() if len(codes) == 1 else tuple(sorted(codes))
        core, kinds = _core_and_kinds(text)
        alike = self._alike.get(_stem(core.replace("-", " ")), ())
        exact = [place for place in alike if plain(text) in _official(place)]
        if len(exact) == 1 and core != plain(text):  # an okrug beside the district that it was
            return exact[0].oktmo
        if "district" in kinds and len(kinds) > 1:  # «Троицкий ГО + МР» is two
            return tuple(sorted(place.oktmo for place in alike))
        found = [place for place in alike if self._fits(place, core, kinds, text)]
        if not kinds and len(alike) > 1:
            # The whole official name of one, to which no other comes nearer than by its ending.
            found = [p for p in found if p in exact and _alone(p, core, alike)]
        if len(found) == 1:
            return found[0].oktmo
        return tuple(sorted(place.oktmo for place in found or alike))

    def _fits(self, place: Place, core: str, kinds: set[str], text: str) -> bool:
        if plain(text) in _official(place):
            return True
        own = _core_and_kinds(place.short_name_ru)[0]
        if "district" in kinds:
            return _is_district(place) and _is_called(core, own)
        if kinds and _is_district(place):
            return False
        return _is_called(core, own) or _is_called(core, _town(place))

    @cached_property
    def last_words(self) -> frozenset[str]:
        """Give the last words of municipalities' names: «Богданович» is no patronymic there."""
        names = (name for place in self.places for name in (place.name_ru, place.short_name_ru))
        return frozenset(plain(name).split()[-1] for name in names if plain(name))

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
            near.add(_core_and_kinds(place.name_ru)[0])
            for stem in {_stem(form) for name in near for form in _forms(name)}:
                found.setdefault(stem, []).append(place)
        return {stem: tuple(places) for stem, places in found.items()}


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def _alone(place: Place, core: str, alike: Iterable[Place]) -> bool:
    return all(p is place or core != _core_and_kinds(p.short_name_ru)[0] for p in alike)


def _official(place: Place) -> set[str]:
    return {plain(place.name_ru), plain(place.short_name_ru)}


def _is_district(place: Place) -> bool:
    return "district" in _core_and_kinds(place.name_ru)[1]


def _town(place: Place) -> str | None:
    """Name the town that an okrug is; a district is not its centre."""
    if _is_district(place) or not place.admin_centre:
        return None
    return _core_and_kinds(place.admin_centre)[0]
