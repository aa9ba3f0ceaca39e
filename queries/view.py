"""Hold what the reader chose: one frozen View is the question, the cache key and the link.

`View` has the fields that pages share. What one page alone asks for is a frozen dataclass of that
page, in its room: a View with more fields, each declared with its values and its default.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from data.schema.columns import SUBJECTS as SUBJECT_CODES
from data.texts import LANGUAGES
from queries.field_values import codes, days

ALL = ""
NEVER = 0
Schools = Literal["all", "low_performing", "urban", "rural"]
SCHOOLS: tuple[Schools, ...] = get_args(Schools)
ALL_SUBJECTS = "all"
SUBJECTS = (ALL_SUBJECTS, *SUBJECT_CODES)


@dataclass(frozen=True)
class OfRegion:
    """Marks a field whose values are rows of a region: it falls back when the region changes."""


RowCode = Annotated[str, OfRegion()]
"""The code of a row that only its page knows; the page drops what is none."""

RowNumber = Annotated[int, OfRegion(), range(21)]
"""The number of a row that only its page knows."""


Gathered = Annotated[str, OfRegion()]
"""Codes of schools, municipalities or cohorts that the reader chose, as `picked_of` writes them."""


@dataclass(frozen=True)
class View:
    """What pages share of a choice, in codes, never labels, so that links open in any language."""

    region: str
    year: int
    first_year: int
    municipality: str = ALL
    cohort: int = NEVER
    indicator: str = "IND-03"
    subject: str = ALL_SUBJECTS
    schools: Schools = "all"
    on: str = ALL
    event: RowCode = ALL
    picked: Gathered = ALL
    picked_name: RowCode = ALL
    """What the reader calls the schools that he picked."""

    group: Gathered = ALL
    """ОКТМО of the municipalities that stand for the region in comparisons."""

    group_name: RowCode = ALL
    """What the reader calls the group that he compares with."""
    pins: RowCode = ALL  # what stands side by side, as `components.base.pins` writes it
    places: Gathered = ALL
    """ОКТМО of several municipalities that alone are shown; one stands in `municipality`."""

    cohorts: Gathered = ALL
    """Years of entry of several cohorts that alone are shown; one stands in `cohort`."""

    language: str = "ru"

    @property
    def day(self) -> dt.date:
        """The day that the pages report on: the one chosen, else the last of the year."""
        return dt.date.fromisoformat(self.on) if self.on else dt.date(self.year or 1, 12, 31)

    @property
    def picked_schools(self) -> tuple[str, ...]:
        """The schools that alone are shown, by code; none: every one."""
        return codes(self.picked)

    @property
    def group_places(self) -> tuple[str, ...]:
        """The municipalities that comparisons are with, by ОКТМО; none: the whole region."""
        return codes(self.group)

    @property
    def several_places(self) -> tuple[str, ...]:
        """The municipalities that alone are shown, by ОКТМО; none: every one."""
        return codes(self.places)

    @property
    def several_cohorts(self) -> tuple[int, ...]:
        """The cohorts that alone are shown; none: every one."""
        return tuple(int(year) for year in codes(self.cohorts))

    @property
    def is_of_every_school(self) -> bool:
        """Whether no cohort, kind of schools or single schools were chosen."""
        return self.cohort == NEVER and self.schools == "all" and not self.picked


V = TypeVar("V", bound=View)


def region_key(view: View) -> View:
    """Keep the region, the year and the day: answers of a whole region serve every part of it."""
    return View(region=view.region, year=view.year, first_year=view.year, on=view.on)


def schools_key(view: View) -> View:
    """Keep what decides which schools count on a day: region, place, cohort, kind, those picked."""
    return replace(
        region_key(view),
        municipality=view.municipality,
        cohort=view.cohort,
        schools=view.schools,
        picked=view.picked,
    )


def of(kind: type[V], view: View) -> V:
    """Take over what a view shares with views of another kind; the rest has its defaults."""
    return kind(**shared(view))


def shared(view: View) -> dict[str, Any]:
    """Give by name the fields that pages share."""
    return {field.name: getattr(view, field.name) for field in fields(View)}


def value(view: View, field: str) -> Any:
    """Give the value of a field that is known by its name: of a filter, of a link."""
    _insist(type(view), field)
    return getattr(view, field)


def choose(view: V, field: str, value: object) -> V:
    """Change one field as a reader does; what belongs to a region or a year leaves with it."""
    _insist(type(view), field)
    gone: dict[str, object] = {}
    if field == "region" and value != view.region:
        gone = {"municipality": ALL, **_rows_of_a_region(type(view))}
    if field == "year" and value != view.year:
        gone = {"on": ALL}
    return replace(view, **{**gone, field: value})  # type: ignore[arg-type]


def own_values(kind: type[View]) -> Mapping[str, tuple[object, ...] | None]:
    """List what each field that only this kind of view has may be; None: only its page knows."""
    common = {field.name for field in fields(View)}
    return {
        name: _values(declared) for name, declared in _declared(kind).items() if name not in common
    }


def default_of(kind: type[View], field: str) -> Any:
    """Give the value that a field has when nobody chose."""
    return next(each.default for each in fields(kind) if each.name == field)


def _values(declared: Any) -> tuple[object, ...] | None:
    if get_origin(declared) is Literal:
        return get_args(declared)
    numbers = (mark for mark in getattr(declared, "__metadata__", ()) if isinstance(mark, range))
    return next((tuple(values) for values in numbers), None)


def _rows_of_a_region(kind: type[View]) -> Mapping[str, object]:
    """Give the fields that hold rows of a region, with the values they fall back to."""
    return {
        name: default_of(kind, name)
        for name, declared in _declared(kind).items()
        if OfRegion() in getattr(declared, "__metadata__", ())
    }


def _declared(kind: type[View]) -> dict[str, Any]:
    """Give the declared type of each field, in their order."""
    known: Any = kind  # mypy takes a class's hash for that of its instances
    return _hints(known)


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in fields(kind)}


def _insist(kind: type[View], field: str) -> None:
    known = _declared(kind)
    if field not in known:
        raise LookupError(f"{kind.__name__} has no field {field!r}; it has {', '.join(known)}")


@dataclass(frozen=True)
class Choices:
    """What may be chosen, from the store: years and cohorts by region, municipalities by ОКТМО."""

    regions: tuple[str, ...]
    municipalities: Mapping[str, str]
    years: Mapping[str, tuple[int, ...]]
    cohorts: Mapping[str, tuple[int, ...]]
    indicators: tuple[str, ...]
    terms: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The first and the last year of municipalities that have begun or ended."""

    def default(self, kind: type[V], region: str = ALL, language: str = "ru") -> V:
        """Choose the first region, or the one given, and its last year."""
        region = region or self.regions[0]
        years = self.years.get(region) or (0,)
        return kind(region=region, year=years[-1], first_year=years[0], language=language)

    def stands(self, municipality: str, year: int) -> bool:
        """Tell whether a municipality exists in a year, or has rows of it."""
        first, last = self.terms.get(municipality, (year, year))
        return first <= year <= last

    def allowed(self, view: View) -> dict[str, tuple[object, ...] | None]:
        """List what each field of `view` may be, given its region; None: only its page knows."""
        inside = tuple(
            code
            for code, region in self.municipalities.items()
            if region == view.region and self.stands(code, view.year)
        )
        years = self.years.get(view.region, ())
        return {
            "region": self.regions,
            "year": years,
            "first_year": years,
            "municipality": (ALL, *inside),
            "cohort": (NEVER, *self.cohorts.get(view.region, ())),
            "indicator": self.indicators,
            "subject": SUBJECTS,
            "schools": SCHOOLS,
            "on": (ALL, *days(view.year)),
            "event": None,
            "picked": None,
            "picked_name": None,
            "group": None,
            "group_name": None,
            "pins": None,
            "places": None,
            "cohorts": None,
            "language": LANGUAGES,
            **own_values(type(view)),
        }
