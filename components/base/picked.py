"""Know the schools that a reader picked: which of them there are, and how they are called."""

from dataclasses import replace

from components.base.i18n import Words
from components.base.load import keep, load
from queries import directory
from queries.field_values import MOST_PICKED, picked_of
from queries.view import ALL, V, View

LONGEST_NAME = 60
"""Signs of a name that a reader gives to schools that he picked."""


def checked(view: V) -> tuple[V, tuple[str, ...]]:
    """Leave of the picked schools those of the region that the reader may see one by one.

    Gives the codes that fell, too: of others he sees totals alone, and one school is no total.
    """
    if not view.picked:
        return replace(view, picked_name=ALL), ()
    known = seen_in(view.region)
    asked = view.picked_schools
    found = sorted(set(asked) & known)[:MOST_PICKED]
    fallen = tuple(code for code in asked if code not in found)
    name = view.picked_name[:LONGEST_NAME] if found else ALL
    return replace(view, picked=picked_of(found), picked_name=name), fallen


def seen_in(region: str) -> frozenset[str]:
    """Give the codes of the region's schools that the reader may see one by one."""
    found: frozenset[str] = keep(_known, region)
    return found


def _known(region: str) -> frozenset[str]:
    names = load(directory.names)
    return frozenset(names.loc[names["region"].eq(region), "school_id"])


def said(view: View, words: Words) -> str:
    """Say how many schools were picked, and what the reader calls them."""
    count = words("picked.count", n=len(view.picked_schools))
    return words("picked.named", name=view.picked_name, count=count) if view.picked_name else count
