"""Hold what the reader chose: one frozen View is the question, the cache key and the link."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from data.schema.columns import SUBJECTS as SUBJECT_CODES

ALL = ""
NEVER = 0
SCHOOLS = ("all", "low_performing", "urban", "rural")
AXES = ("indicators", "years")
DISPLAYS = ("matrix", "map", "cells", "table")
ORDERS = ("affected", "name", "indicator")
SUBJECTS = ("all", *SUBJECT_CODES)
SINCE = ("calendar", "entry")
PANELS = ("open", "fixed")
BANDS = ("off", "on")
PARTS = ("panel", "places", "funnel", "comparison", "table", "method")
LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class View:
    """The reader's choice in codes, never in labels, so that a link opens in either language."""

    region: str
    year: int
    first_year: int
    municipality: str = ALL
    cohort: int = NEVER
    indicator: str = "IND-03"
    schools: str = "all"
    axis: str = "indicators"
    display: str = "matrix"
    order: str = "affected"
    subject: str = "all"
    since: str = "calendar"
    panel: str = "open"
    band: str = "off"
    part: str = "panel"
    language: str = "ru"

    def but(self, **changes: Any) -> "View":
        """Change some choices; a municipality leaves with its region."""
        if changes.get("region", self.region) != self.region:
            changes = {"municipality": ALL} | changes
        return replace(self, **changes)


@dataclass(frozen=True)
class Choices:
    """What may be chosen, from the store: years and cohorts by region, municipalities by ОКТМО."""

    regions: tuple[str, ...]
    municipalities: Mapping[str, str]
    years: Mapping[str, tuple[int, ...]]
    cohorts: Mapping[str, tuple[int, ...]]
    indicators: tuple[str, ...]

    def default(self, region: str = ALL, language: str = "ru") -> View:
        """Choose the first region, or the one given, and its last year."""
        region = region or self.regions[0]
        years = self.years.get(region) or (0,)
        return View(region=region, year=years[-1], first_year=years[0], language=language)

    def allowed(self, view: View) -> dict[str, tuple[object, ...]]:
        """List what each field of `view` may be, given its region."""
        inside = tuple(
            code for code, region in self.municipalities.items() if region == view.region
        )
        years = self.years.get(view.region, ())
        return {
            "region": self.regions,
            "municipality": (ALL, *inside),
            "year": years,
            "first_year": years,
            "cohort": (NEVER, *self.cohorts.get(view.region, ())),
            "indicator": self.indicators,
            "schools": SCHOOLS,
            "axis": AXES,
            "display": DISPLAYS,
            "order": ORDERS,
            "subject": SUBJECTS,
            "since": SINCE,
            "panel": PANELS,
            "band": BANDS,
            "part": PARTS,
            "language": LANGUAGES,
        }


def read_link(
    link: Mapping[str, str], choices: Choices, language: str = "ru"
) -> tuple[View, tuple[tuple[str, str], ...]]:
    """Read a link into a View; whatever it garbles falls back and is listed as (field, value)."""
    region = link.get("region") or choices.municipalities.get(link.get("municipality", ""), ALL)
    view = choices.default(region if region in choices.regions else ALL, language)
    allowed = choices.allowed(view)
    named: dict[str, Any] = {}
    refused = []
    for field in fields(View):
        given = link.get(field.name)
        if given is None:
            continue
        value = _number(given) if field.type in (int, "int") else given
        if value in allowed[field.name]:
            named[field.name] = value
        else:
            refused.append((field.name, given))
    view = replace(view, **named)
    first_year = min(view.first_year, view.year)
    return replace(view, first_year=first_year), tuple(refused)


def write_link(view: View, choices: Choices) -> dict[str, str]:
    """Write a View as a link's parameters: its region always, other fields where not default."""
    default = choices.default(view.region)
    link = {"region": view.region}
    for field in fields(View):
        value = getattr(view, field.name)
        if value != getattr(default, field.name) or field.name == "language":
            link[field.name] = str(value)
    return link


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
