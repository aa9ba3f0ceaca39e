"""Count the documents of a project year by kind, by school and by curator.

A document without a row is not the same as one that was not uploaded: nobody said where it stands.
"""

import pandas as pd

STATUSES = ("confirmed", "uploaded", "returned", "not_uploaded")
UNKNOWN = "unknown"


def board(members: pd.DataFrame, kinds: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per school and document kind: status ("unknown": no row), status_date, curator.

    members: school_id and what is known of a school. kinds: document, in the order of the year.
    """
    whole = members.merge(kinds[["document"]], how="cross")
    columns = ["school_id", "document", "status", "status_date", "curator"]
    rows = whole.merge(documents[columns], "left", ["school_id", "document"])
    return rows.assign(status=rows["status"].fillna(UNKNOWN))


def by_kind(rows: pd.DataFrame, kinds: list[str]) -> pd.DataFrame:
    """One row per document kind: schools in each status."""
    return (
        _sizes(rows, "document").reindex(kinds, fill_value=0).rename_axis("document").reset_index()
    )


def by_curator(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per curator, those with most to look at first: schools, documents by status."""
    led = rows.dropna(subset=["curator"])
    sizes = _sizes(led, "curator")
    schools = led.groupby("curator")["school_id"].nunique().rename("schools")
    found = sizes.join(schools).reset_index().rename_axis(columns=None)
    order = ["uploaded", "returned", "curator"]
    return found.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _sizes(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    sizes = rows.groupby([by, "status"]).size().unstack(fill_value=0)
    wanted = [*STATUSES, UNKNOWN]
    return sizes.reindex(columns=wanted, fill_value=0).astype(int).rename_axis(columns=None)
