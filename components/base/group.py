"""Know the municipalities that a reader compares with instead of the region."""

from dataclasses import replace

from components.base.choices import choices, municipality_name
from components.base.i18n import Words
from components.base.picked import LONGEST_NAME
from queries.field_values import picked_of
from queries.view import ALL, V, View

LEAST = 3
"""Municipalities of a group: without one of two the other would be called what is usual."""


def checked(view: V) -> tuple[V, tuple[str, ...]]:
    """Leave of the group municipalities of the region; gives the codes that fell, too."""
    known = choices().municipalities
    found = [code for code in view.group_places if known.get(code) == view.region]
    fallen = tuple(code for code in view.group_places if code not in found)
    if len(set(found)) < LEAST:
        return replace(view, group=ALL, group_name=ALL), view.group_places
    name = view.group_name[:LONGEST_NAME]
    return replace(view, group=picked_of(found), group_name=name), fallen


def called(view: View, words: Words) -> str:
    """Name the group: as the reader did, else by how many municipalities it has."""
    return view.group_name or words("group.count", n=len(view.group_places))


def told(view: View, words: Words) -> str:
    """Name the group with its municipalities, as files and slides have it."""
    return f"{called(view, words)}: {listed(view, words)}"


def listed(view: View, words: Words) -> str:
    """List the municipalities of the group by name."""
    return ", ".join(sorted(municipality_name(code, words) for code in view.group_places))
