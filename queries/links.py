"""Read a link into a view and write a view as a link: one view state for every page and file."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from queries.view import ALL, LONGEST, OPEN, Choices, View


def read_link(
    link: Mapping[str, str], choices: Choices, language: str = "ru"
) -> tuple[View, tuple[tuple[str, str], ...]]:
    """Read a link into a View; whatever it garbles falls back and is listed as (field, value)."""
    region = link.get("region") or choices.municipalities.get(link.get("municipality", ""), ALL)
    view = choices.default(region if region in choices.regions else ALL, language)
    year = _number(link.get("year", ""))
    years = choices.years.get(view.region, ())
    allowed = choices.allowed(view.but(year=year) if year in years else view)
    named: dict[str, Any] = {}
    refused = []
    for field in fields(View):
        given = link.get(field.name)
        if given is None:
            continue
        value = _number(given) if field.type in (int, "int") else given
        if _is_open(field.name, value) or value in allowed.get(field.name, ()):
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


def _is_open(field: str, value: object) -> bool:
    """Tell whether a value may be of a field whose values only its page knows."""
    return (
        field in OPEN and isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
    )


def _number(text: str) -> int | None:
    plain = text.isascii() and text.removeprefix("-").isdigit() and len(text) < 6
    return int(text) if plain else None
