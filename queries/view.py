"""Hold what the reader chose: one frozen View is the question, the cache key and the link."""

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from data.schema.columns import SUBJECTS as SUBJECT_CODES
from data.texts import LANGUAGES

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
VALUES = ("share", "mean")
PARTS = ("panel", "places", "schools", "funnel", "comparison", "table", "method")
DESKS = (
    "gap",
    "coverage",
    "network",
    "proposal",
    "what_if",
    "effectiveness",
    "measures",
    "completion",
    "workload",
    "doubts",
    "facts",
    "documents",
    "board",
    "list",
    "returned",
    "marks",
    "curators",
    "method",
)
"""Parts of the pages of help and of plans; each page offers its own."""

LACKS = ("nothing", "owner", "due", "number", "indicator")
"""What a recommendation may lack; "nothing" asks for all of them."""

MORE, WEIGHTS = tuple(range(21)), tuple(range(6))
AS_SET = -1
"""A weight of a proposal as the settings have it."""

OPEN = ("mentor", "road_map", "measure", "party", "event", "addressee", "recommendation")
"""Fields whose values are rows of the store that only their page knows; it drops what is none."""

LONGEST = 120


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
    value: str = ALL
    """What of a procedure is followed over the years; ALL: nobody chose on that page yet."""
    part: str = "panel"
    desk: str = "gap"
    on: str = ALL
    mentor: str = ALL
    more_mentors: int = 0
    more_places: int = 0
    weight_distance: int = AS_SET
    weight_fit: int = AS_SET
    weight_locality: int = AS_SET
    weight_load: int = AS_SET
    road_map: str = ALL
    measure: str = ALL
    party: str = ALL
    event: str = ALL
    direction: int = 0
    addressee: str = ALL
    recommendation: str = ALL
    lacks: str = "nothing"
    language: str = "ru"

    @property
    def day(self) -> dt.date:
        """The day that the pages report on: the one chosen, else the last of the year."""
        return dt.date.fromisoformat(self.on) if self.on else dt.date(self.year or 1, 12, 31)

    def but(self, **changes: Any) -> "View":
        """Change some choices; what belongs to a region or a year leaves with it."""
        if changes.get("region", self.region) != self.region:
            own = dict.fromkeys(("municipality", "mentor", "road_map", "measure", "party"), ALL)
            documents = {"event": ALL, "direction": 0, "addressee": ALL, "recommendation": ALL}
            changes = own | documents | changes
        if changes.get("year", self.year) != self.year:
            changes = {"on": ALL} | changes
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
            "value": (ALL, *VALUES),
            "part": PARTS,
            "desk": DESKS,
            "on": (ALL, *days(view.year)),
            "more_mentors": MORE,
            "more_places": MORE,
            "weight_distance": (AS_SET, *WEIGHTS),
            "weight_fit": (AS_SET, *WEIGHTS),
            "weight_locality": (AS_SET, *WEIGHTS),
            "weight_load": (AS_SET, *WEIGHTS),
            "direction": MORE,
            "lacks": LACKS,
            "language": LANGUAGES,
        }


@functools.cache
def days(year: int) -> tuple[str, ...]:
    """List the days of a year in ISO."""
    first = dt.date(max(year, 1), 1, 1)
    count = (dt.date(first.year, 12, 31) - first).days + 1
    return tuple((first + dt.timedelta(days=day)).isoformat() for day in range(count))
