"""Know what a reader has put side by side: municipalities, schools or cohorts, a few of each."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, NamedTuple, get_args
from urllib.parse import quote, unquote

from components.base import picked
from components.base.choices import choices, municipality_name
from components.base.i18n import Words
from components.base.load import load
from queries import directory
from queries.view import ALL, V, View

Kind = Literal["place", "school", "cohort"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST = 4
"""Of one kind side by side: more columns are read as a table, and that every page has."""


class Pin(NamedTuple):
    """One of what stands side by side: an ОКТМО, the code of a school, or the year of a cohort."""

    kind: Kind
    code: str

    def __str__(self) -> str:
        return f"{self.kind}.{quote(self.code, safe='')}"


def pinned(view: View, kind: Kind | None = None) -> tuple[Pin, ...]:
    """Give the pins of a view, of one kind or of all, in the order in which they were put."""
    parted = (each.partition(".") for each in view.pins.split(",") if each)
    found = [Pin(named, unquote(code)) for named, _, code in parted]  # type: ignore[arg-type]
    return tuple(pin for pin in dict.fromkeys(found) if kind in (None, pin.kind))


def written(pins: Iterable[Pin]) -> str:
    """Write pins as a link has them."""
    return ",".join(map(str, pins))


def with_or_without(view: V, pin: Pin) -> V:
    """Put a pin beside the others, or take it away if it is there; no more than MOST of a kind."""
    here = pinned(view)
    if pin in here:
        return replace(view, pins=written(each for each in here if each != pin))
    is_full = len(pinned(view, pin.kind)) >= MOST
    return view if is_full else replace(view, pins=written((*here, pin)))


def checked(view: V) -> tuple[V, tuple[str, ...]]:
    """Leave pins that are there and that the reader may see one by one; gives those that fell."""
    if not view.pins:
        return view, ()
    kept: list[Pin] = []
    for pin in pinned(view):
        of_kind = sum(pin.kind == each.kind for each in kept)
        if of_kind < MOST and _is_known(view, pin):
            kept.append(pin)
    lost = (f"{pin.kind}.{pin.code}" for pin in pinned(view) if pin not in kept)
    fallen = tuple(each.rstrip(".") or each for each in lost)
    return replace(view, pins=written(kept) if kept else ALL), fallen


def _is_known(view: View, pin: Pin) -> bool:
    if pin.kind == "place":
        return choices().municipalities.get(pin.code) == view.region
    if pin.kind == "school":
        return pin.code in picked.seen_in(view.region)
    return pin.kind == "cohort" and pin.code in map(str, choices().cohorts.get(view.region, ()))


def named(pin: Pin, words: Words) -> str:
    """Name a pin as the pages name what it is of."""
    if pin.kind == "place":
        return municipality_name(pin.code, words)
    if pin.kind == "cohort":
        return words("page.cohort", year=pin.code).capitalize()
    return str(load(directory.names).set_index("school_id")["name"][pin.code])
