"""Name the values of a view's fields in the reader's language."""

import datetime as dt
from typing import Any

from components.base.choices import names
from components.base.i18n import Words
from queries.view import ALL, ALL_SUBJECTS, NEVER


def label(field: str, value: object, words: Words) -> str:
    """Name one value of a field in the reader's language."""
    return labels(field, (value,), words)[value]


def labels(field: str, values: tuple[object, ...], words: Words) -> dict[object, str]:
    """Name values of a field in the reader's language, with one look at the store."""
    known: dict[Any, str]
    if field in ("year", "first_year", "cohort"):
        known = {value: str(value) for value in values} | {NEVER: words("view.all_cohorts")}
    elif field in ("region", "municipality", "indicator"):
        known = {ALL: words("view.all_municipalities"), **names(words.language)[field]}
    elif field == "mentor":
        known = {ALL: words("view.all_mentors"), **names(words.language)[field]}
    elif field in ("picked", "group", "pins", "places", "cohorts"):
        known = {value: str(value).replace(",", ", ") for value in values}
    elif field == "named":
        known = {value: str(value) or "—" for value in values}
    elif field == "on":
        known = {value: _day(str(value), words) for value in values}
    elif field == "subject":
        known = {ALL_SUBJECTS: words("subject.all"), **names(words.language)[field]}
    else:
        known = {value: words(f"view.{field}_{value}") for value in values}
    return {value: known[value] for value in values}


def _day(value: str, words: Words) -> str:
    return words.short_day(dt.date.fromisoformat(value)) if value else words("view.on_end")
