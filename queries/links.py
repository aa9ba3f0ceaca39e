"""Read a link into a view and write a view as a link: one view state for every page and file."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from queries.view import ALL, Choices, V, value

LONGEST, LONGEST_LIST = 120, 12_000
"""Signs of a row's code, and of all codes of schools or municipalities that a reader picked."""

LISTED = ("picked", "group", "places", "pins", "caught")
"""Fields that name many rows."""

FORMER_TABS = frozenset(
    {"gap", "coverage", "network", "proposal", "what_if", "effectiveness", "method", "measures"}
    | {"completion", "workload", "doubts", "facts", "documents", "board", "list", "returned"}
    | {"marks", "curators"}
)
"""Tabs that links of before 0.9 carried from one page to all others: no choice on those."""


def read_link(
    link: Mapping[str, str], choices: Choices, kind: type[V], language: str = "ru"
) -> tuple[V, tuple[tuple[str, str], ...]]:
    """Read a link into a view; whatever it garbles falls back and is listed as (field, value)."""
    region = link.get("region") or choices.municipalities.get(link.get("municipality", ""), ALL)
    view = choices.default(kind, region if region in choices.regions else ALL, language)
    year = _number(link.get("year", ""))
    if year is not None and year in choices.years.get(view.region, ()):
        allowed = choices.allowed(replace(view, year=year))
    else:
        allowed = choices.allowed(view)
    named: dict[str, Any] = {}
    refused = []
    for field, values in allowed.items():
        given = link.get(field)
        if given is None:
            continue
        is_number = isinstance(value(view, field), int)
        read = _number(given) if is_number else given
        if _is_row(field, read) if values is None else read in values:
            named[field] = read
        elif not (field == "desk" and given in FORMER_TABS):
            refused.append((field, given))
    view = replace(view, **named)
    return replace(view, first_year=min(view.first_year, view.year)), tuple(refused)


def write_link(view: V, choices: Choices) -> dict[str, str]:
    """Write a view as a link's parameters: its region always, other fields where not default."""
    default = choices.default(type(view), view.region)
    link = {"region": view.region}
    for field in fields(view):
        chosen = value(view, field.name)
        if chosen != value(default, field.name) or field.name == "language":
            link[field.name] = str(chosen)
    return link


def _is_row(field: str, given: object) -> bool:
    """Tell whether a value may be the code of a row that only its page knows."""
    longest = LONGEST_LIST if field in LISTED else LONGEST
    return isinstance(given, str) and len(given) <= longest and given.isprintable()


def _number(text: str) -> int | None:
    plain = text.isascii() and text.removeprefix("-").isdigit() and len(text) < 6
    return int(text) if plain else None
