"""Count the documents of a project year, once for every part of the page."""

from dataclasses import replace

import pandas as pd

from components.base.load import keep, load, of_all
from queries import documents
from queries.methods import paperwork
from queries.view import ALL, View, region_key


def kinds() -> pd.DataFrame:
    """One row per document of a project year, by stage."""
    return load(documents.kinds)


def board(view: View) -> pd.DataFrame:
    """One row per school and document, of the region or the chosen municipality."""
    rows = keep(_board, region_key(view))
    if view.municipality != ALL:
        rows = rows[rows["oktmo"].eq(view.municipality)]
    return rows.reset_index(drop=True)


def _board(view: View) -> pd.DataFrame:
    members, given = load(documents.members, view), load(documents.documents, view)
    return paperwork.board(members, kinds(), given)


def by_kind(view: View) -> pd.DataFrame:
    """One row per document: schools by where it stands."""
    return of_all(_by_kind, view)


def _by_kind(view: View) -> pd.DataFrame:
    return paperwork.by_kind(board(view), list(kinds()["document"]))


def by_curator(view: View) -> pd.DataFrame:
    """One row per curator: all schools of the curator, and documents by where they stand.

    Of a municipality, the curators who have a school there, with their whole load.
    """
    return of_all(_by_curator, view)


def _by_curator(view: View) -> pd.DataFrame:
    loads = paperwork.by_curator(board(replace(view, municipality=ALL)))
    here = board(view)["curator"]
    return loads[loads["curator"].isin(here)].reset_index(drop=True)


def members(view: View) -> int:
    """Count the schools of the project."""
    return of_all(_members, view)


def _members(view: View) -> int:
    return int(board(view)["school_id"].nunique())


def known(view: View) -> bool:
    """Tell whether anybody said where any document stands."""
    return of_all(_known, view)


def _known(view: View) -> bool:
    return bool(board(view)["status"].ne(paperwork.UNKNOWN).any())
