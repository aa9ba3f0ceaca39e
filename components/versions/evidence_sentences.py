"""Say what changed in one row of a table between two versions, in the words of its columns."""

from datetime import date

import numpy as np

from components.base.i18n import Words
from components.base.labels import label
from queries.methods.changes import Change
from queries.view import SUBJECTS

FIELDS = {
    "low_performing": "why.field.low_performing",
    "mentorship_id": "why.field.mentorship_id",
    "mentor": "why.field.mentor",
    "start_date": "why.field.start_date",
    "end_date": "why.field.end_date",
    "entitled": "why.field.entitled",
    "counts": "why.field.counts",
    "grade": "why.field.grade",
    "subject": "why.field.subject",
    "participants": "why.field.participants",
    "below_threshold": "why.field.below_threshold",
    "measure_id": "why.field.measure_id",
    "due_date": "why.field.due_date",
    "done_date": "why.field.done_date",
    "trained": "why.field.trained",
    "teachers": "why.field.teachers",
    "value": "why.field.value",
    "numerator": "why.field.numerator",
    "denominator": "why.field.denominator",
}


def change(found: Change, words: Words) -> str:
    """Say a row that came or went with its values, a corrected one with the values that differ."""
    key = ", ".join(f"{words(FIELDS[name])} {_value(value, words)}" for name, value in found.key)
    if found.kind == "corrected":
        said = [
            f"{words(FIELDS[name])}: {_value(before, words)} → {_value(after, words)}"
            for name, before, after in found.values
            if before != after
        ]
        return "; ".join([*([key] if key else []), *said])
    new = found.kind == "new"
    values = [(name, after if new else before) for name, before, after in found.values]
    known = [
        f"{words(FIELDS[name])}: {_value(value, words)}"
        for name, value in values
        if value is not None
    ]
    said_row = "; ".join([*([key] if key else []), *known])
    if new:
        return words("why.row.new", said=said_row)
    return words("why.row.removed", said=said_row)


def place(cause: str, other: str, words: Words) -> str:
    """Say where a school came from or went to; nothing for other causes."""
    if cause == "came":
        return words("why.row.from_place", place=other)
    return words("why.row.to_place", place=other) if cause == "moved_away" else ""


def _value(value: object, words: Words) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool | np.bool_):
        return words("why.row.yes") if value else words("why.row.no")
    if isinstance(value, date):  # pandas' Timestamp is a date too
        return words.day(value)
    if isinstance(value, int | float | np.number):
        number = float(value)
        return words.number(number, 0 if number.is_integer() else 1)
    return label("subject", value, words) if value in SUBJECTS else str(value)
