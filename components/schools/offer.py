"""Know what of a view the directory can show; the rest falls back."""

import math
from dataclasses import replace

from components.base.load import load
from components.schools.choice import (
    BETWEEN,
    DOWN,
    OPTIONAL,
    PER_PAGE,
    STANDARD,
    SchoolsView,
    chosen_columns,
    listing,
    schools_of,
)
from queries import directory
from queries.directory import SORTABLE

OWN = ("sorted_by", "columns", "among_picked", "sheet")


def narrowed(view: SchoolsView) -> SchoolsView:
    """Give the view that the page shows: columns, order and page that there are."""
    if view.sorted_by.removeprefix(DOWN) not in SORTABLE:
        view = replace(view, sorted_by="name")
    if not set(view.columns.split(BETWEEN)) <= {*OPTIONAL, ""}:
        view = replace(view, columns=BETWEEN.join(chosen_columns(view)) or STANDARD)
    if not view.picked and view.among_picked != "any":
        view = replace(view, among_picked="any")
    if view.sheet not in map(str, range(1, sheets(view) + 1)):
        view = replace(view, sheet="1")
    return view


def sheets(view: SchoolsView) -> int:
    """Count the pages of the listing, at least one."""
    return max(1, math.ceil(count(view) / PER_PAGE))


def count(view: SchoolsView) -> int:
    """Count the schools that the filters leave, of those that the reader may see."""
    found = load(directory.counts, schools_of(view), replace(listing(view), sorted_by="name"))
    return int(found["schools"].iloc[0])
