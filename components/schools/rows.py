"""Make the rows of the directory: what stands on the page, and all that its files have."""

import pandas as pd

from components.base.i18n import Words
from components.base.load import load
from components.schools.choice import SchoolsView, chosen_columns, listing, page_of, schools_of
from components.shell.tables import Columns
from queries import directory
from queries.directory import Listing

COLUMNS: Columns = (
    ("name", "school"),
    ("municipality", "text"),
    ("locality", "text"),
    ("pupils", "integer"),
    ("low_performing", "text"),
    ("years_listed", "integer"),
    ("in_project", "text"),
    ("entry_year", "year"),
    ("mentors", "integer"),
    ("adverse_conditions", "text"),
    ("resilient", "text"),
    ("school_id", "text"),
)
ANSWERS = ("low_performing", "in_project", "adverse_conditions", "resilient")


def shown(view: SchoolsView) -> Columns:
    """List the columns on the page: the name, the municipality, and those chosen."""
    chosen = chosen_columns(view)
    return (*COLUMNS[:2], *(column for column in COLUMNS[2:] if column[0] in chosen))


def of_page(view: SchoolsView) -> pd.DataFrame:
    """One row per school of the page that is open, in words."""
    return _rows(view, page_of(view))


def every(view: SchoolsView) -> pd.DataFrame:
    """One row per school that the filters leave, in the order of the page, in words."""
    return _rows(view, listing(view))


def _rows(view: SchoolsView, wanted: Listing) -> pd.DataFrame:
    words, found = Words(view.language), load(directory.schools, schools_of(view), wanted)
    said = {name: [_answer(value, words) for value in found[name]] for name in ANSWERS}
    localities = [words(f"locality.{code}") for code in found["locality"]]
    return found.assign(locality=localities, **said)


def _answer(value: object, words: Words) -> str | None:
    """Say yes or no; what nobody told stays empty."""
    if pd.isna(value):
        return None
    return words("schools.yes") if value else words("schools.no")
