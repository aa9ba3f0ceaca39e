"""Read what a recommendation has and lacks, what came back later, and how far it was marked.

What counts as an owner, a date and a number follows the rule for objectives that can be checked:
somebody is named, a time is set, an amount is given (Doran, «There's a S.M.A.R.T. way to write
management's goals and objectives», Management Review 70 (11), 1981, p. 35–36).
"""

import re

import pandas as pd

PARTS = ("owner", "due", "number", "indicator")
NO_OWNER = "не указан"
"""How the table of recommendations says that its document names no addressee."""

STATES = ("done", "ongoing", "planned")
_REPEAT = re.compile(r"([^\s;]+)(?:\s+\(([^)]+)\))?")


def having(rows: pd.DataFrame) -> pd.DataFrame:
    """Say for each recommendation which of PARTS it has: has_owner, has_due and so on.

    Rows: addressees, due, target, indicator_code. An owner is any addressee that is named, be it a
    kind of organisations; a date is any term, «ежегодно» too; a number is a target with a figure.
    """
    target = rows["target"].fillna("")
    return pd.DataFrame(
        {
            "has_owner": rows["addressees"].ne(NO_OWNER),
            "has_due": rows["due"].notna(),
            "has_number": target.str.contains(r"\d", regex=True),
            "has_indicator": rows["indicator_code"].notna(),
        },
        index=rows.index,
    )


def addressees(text: str) -> tuple[str, ...]:
    """Split a composite addressee: «РИПК и ППРО; методические службы» → both, capitalised.

    An addressee that is not named gives nothing.
    """
    parts = [part.strip() for part in text.split(";")]
    return tuple(part[0].upper() + part[1:] for part in parts if part and part != NO_OWNER)


def ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Sort recommendations by event, direction and number: N-3.2 before N-3.10."""
    keys = [
        (row["start_date"], row["event"], row["direction_no"], _number(row["rec_id"]))
        for row in rows.to_dict("records")
    ]
    order = sorted(range(len(rows)), key=keys.__getitem__)
    return rows.iloc[order].reset_index(drop=True)


def repeats(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of recommendations, the same demand made twice: earlier, later, partly.

    Rows: rec_id, start_date, repeats_rec_id, sorted by time. Either side may name the pair; what
    names no other recommendation of the rows is left out.
    """
    place = {rec_id: number for number, rec_id in enumerate(rows["rec_id"])}
    pairs: dict[tuple[str, str], bool] = {}
    for row in rows.dropna(subset=["repeats_rec_id"]).to_dict("records"):
        for other, note in _REPEAT.findall(row["repeats_rec_id"]):
            if other in place:
                earlier, later = sorted((row["rec_id"], other), key=place.__getitem__)
                pairs[earlier, later] = pairs.get((earlier, later), False) or bool(note)
    found = sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))
    lines = [(earlier, later, pairs[earlier, later]) for earlier, later in found]
    return pd.DataFrame(lines, columns=["earlier", "later", "partly"])


def latest(marks: pd.DataFrame) -> pd.DataFrame:
    """One row per recommendation and municipality: the municipality's own newest mark.

    Marks: rec_id, oktmo, school_id (missing: the municipality's own), marked_on, mark_id, state.
    Schools' marks speak for the school alone.
    """
    own = marks[marks["school_id"].isna()].sort_values(["marked_on", "mark_id"])
    return own.drop_duplicates(["rec_id", "oktmo"], keep="last").reset_index(drop=True)


def counted(newest: pd.DataFrame, rec_ids: list[str], municipalities: int) -> pd.DataFrame:
    """One row per recommendation: done, ongoing, planned, unmarked; municipalities of all."""
    sizes = newest.groupby(["rec_id", "state"]).size().unstack(fill_value=0)
    table = sizes.reindex(index=rec_ids, columns=list(STATES), fill_value=0).astype(int)
    table.columns.name = None
    table["unmarked"] = municipalities - table.sum(axis=1)
    return table.rename_axis("rec_id").reset_index()


def _number(rec_id: str) -> tuple[int | str, ...]:
    """Split «N-3.10» into what sorts by itself: text and whole numbers."""
    parts = re.split(r"(\d+)", rec_id)
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
