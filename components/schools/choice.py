"""Know what the directory of schools alone asks for, and which listing its view is."""

from dataclasses import dataclass, replace
from typing import Literal

from components.base.rights import right
from queries.directory import Answer, Listing
from queries.view import ALL, RowCode, View, of, schools_key

PER_PAGE = 50
"""Schools on one page of the directory."""

DOWN = "-"
"""Stands before the column by which schools are sorted from the greatest."""

OWN_FILTERS = ("locality", "on_list", "in_project", "mentored", "among_picked")
OF_LISTING = OWN_FILTERS[:4]
FILTERS = ("region", "municipality", "year", "cohort", *OWN_FILTERS, "named")
OPTIONAL = (
    *("locality", "pupils", "low_performing", "years_listed", "in_project", "entry_year"),
    *("mentors", "adverse_conditions", "resilient", "school_id"),
)
"""Columns beside name and municipality that a reader may choose."""

BETWEEN = ","
"""Stands between the columns of a link."""

STANDARD = BETWEEN.join(OPTIONAL[:7])


@dataclass(frozen=True)
class SchoolsView(View):
    """Which schools are listed, by what they are sorted, which columns and which page of them."""

    locality: Literal["any", "urban", "rural"] = "any"
    on_list: Answer = "any"
    in_project: Answer = "any"
    mentored: Answer = "any"
    among_picked: Literal["any", "yes"] = "any"
    named: RowCode = ALL
    """What is searched for in names, municipalities and codes."""

    sorted_by: str = "name"
    columns: str = STANDARD
    sheet: str = "1"


def schools_of(view: View) -> View:
    """Keep the place, the year and the cohort; the kinds of schools are this page's own filters."""
    return of(View, replace(schools_key(view), schools="all", on="", picked=ALL))


def listing(view: SchoolsView) -> Listing:
    """Give the listing of all schools that the filters leave, of those that the reader may see."""
    seen, chosen = right().municipalities, set(view.several_places)
    places = chosen if seen is None else set(seen) & (chosen or set(seen))
    picked = view.picked_schools if view.among_picked == "yes" else None
    return Listing(
        **{field: getattr(view, field) for field in OF_LISTING},
        named=view.named,
        picked=picked,
        sorted_by=view.sorted_by.removeprefix(DOWN),
        descending=view.sorted_by.startswith(DOWN),
        places=tuple(sorted(places)) if chosen or seen is not None else None,
        cohorts=view.several_cohorts,
    )


def counted(view: SchoolsView) -> Listing:
    """Give the listing that is only counted: its order does not matter."""
    return replace(listing(view), sorted_by="name", descending=False)


def of_everybody(view: SchoolsView) -> Listing:
    """Give the listing of all schools that the filters leave: their totals all may see.

    What is searched for may be a single school, which is no total.
    """
    if view.named:
        return counted(view)
    return replace(counted(view), places=view.several_places or None)


def page_of(view: SchoolsView) -> Listing:
    """Give the listing of the page that is open."""
    return replace(listing(view), skipped=(int(view.sheet) - 1) * PER_PAGE, most=PER_PAGE)


def chosen_columns(view: SchoolsView) -> tuple[str, ...]:
    """List the chosen columns in the order in which they stand."""
    chosen = view.columns.split(BETWEEN)
    return tuple(column for column in OPTIONAL if column in chosen)


def sorted_by(view: SchoolsView, column: str) -> SchoolsView:
    """Sort by a column: upwards, or the other way round if it is sorted by it already."""
    again = view.sorted_by == column
    return replace(view, sorted_by=DOWN + column if again else column, sheet="1")
