"""Hold one slide: a finding, its figure and table, and all that a listener may ask about them.

Every file and screen of a story is made of slides alone, so none of them can show another number.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["text", "integer", "decimal", "percent", "date", "year"]
Cell = str | float | int | None


@dataclass(frozen=True)
class Column:
    """A column of a slide's table; percent is 0–100."""

    key: str
    title: str
    kind: Kind


@dataclass(frozen=True)
class Series:
    """One series of a native chart, a value per category; None is a gap and never zero."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Native:
    """What an office program draws itself: its kind, its categories and its series.

    `unit` is written at the values' axis; a waterfall has one series of steps, `totals` are the
    places of the steps that stand from zero.
    """

    kind: Literal["bars", "lines", "points", "waterfall"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    totals: tuple[int, ...] = ()


@dataclass(frozen=True)
class Slide:
    """One message on one screen; `spec` is the light Vega-Lite figure with its rows unpacked."""

    page: str
    link: str
    """The live view: path and parameters, relative to the product's address."""

    finding: str
    detail: str
    scope: str
    """Place, years and filters in words."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """The table twin, dates in ISO."""

    source: str
    version: str
    made_at: str
    language: str
    demonstration: str = ""
    """The mark, where a generated row is in the version."""

    notes: tuple[str, ...] = ()
    """For the speaker: definitions, and what must not be claimed."""

    spec: dict[str, Any] | None = None
    description: str = ""
    """The figure in words, for those who do not see it."""

    native: Native | None = None

    @property
    def fingerprint(self) -> str:
        """SHA-256 over everything that the slide says: data, view and version."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()
