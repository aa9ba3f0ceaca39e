"""Write the rows of the table of causes: who, how much, and what changed in which row."""

import pandas as pd

from components.base.i18n import Words
from components.versions import evidence_sentences
from components.versions.why_sentences import CAUSES, Why, schools, signed
from queries.methods.causes import REPORTS


def head(why: Why, words: Words) -> tuple[str, ...]:
    """Name the columns of the table."""
    cause, school = words("why.head_cause"), words("why.head_school")
    changes = words("why.head_changes")
    if why.kind == "value":
        return cause, changes
    if not why.numbers:
        return cause, school
    return cause, school, words("why.head_numerator"), words("why.head_denominator"), changes


def table(why: Why, words: Words) -> list[tuple[str, ...]]:
    """Give the cells of the table: a row per school, or per cause where schools are not told."""
    rows: list[tuple[str, ...]] = []
    for cause, part in why.causes.groupby("cause", sort=False):
        said = words(CAUSES[str(cause)])
        if not why.numbers:
            rows.append((said, schools(part, words)))
        elif cause in REPORTS:
            rows.append(_row(said, schools(part, words), part, "", why, words))
        else:
            rows += [
                _row(said, str(one["name"].iloc[0]), one, _changes(one, words), why, words)
                for _, one in part.groupby("school_id")
            ]
    return rows


def _row(
    cause: str, school: str, part: pd.DataFrame, changes: str, why: Why, words: Words
) -> tuple[str, ...]:
    if why.kind == "value":
        return cause, changes
    amounts = (signed(part[name].sum(), words) for name in ("numerator", "denominator"))
    return cause, school, *amounts, changes


def _changes(part: pd.DataFrame, words: Words) -> str:
    row = part.iloc[0]
    moved = evidence_sentences.place(row["cause"], row["other"], words)
    said = [evidence_sentences.change(change, words) for change in row["changes"]]
    return " · ".join([moved, *said] if moved else said)
