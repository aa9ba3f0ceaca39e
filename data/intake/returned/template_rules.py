"""Say what may stand in a column of a template, in words and as rules of the spreadsheet."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Double, Enum, Integer, String
from xlsxwriter.utility import xl_rowcol_to_cell

from data.intake.spelling.vocabulary import heading, labels
from data.intake.spelling.wording import word

Choices = Mapping[str, Sequence[str]]
"""Values offered for a column, by its declared name, as a reader may write them."""

_MOST_WHOLE, _MOST_NUMBER = 999_999_999, 10**15
# Days as spreadsheets count them: XlsxWriter forgets to turn a date into one beside a formula.
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = (date(2000, 1, 1) - _DAY_ZERO).days
_LAST_DAY = (date(2100, 12, 31) - _DAY_ZERO).days
_LONGEST_MESSAGE = 255  # Excel's own limit
_SHORT_LIST = 120  # signs; a longer list is looked up on its sheet


def offered(column: Column[Any], choices: Choices) -> list[str]:
    """Values for the drop-down list of a column, without repeats; [] if it has none."""
    own = [words[0] for words in labels(column).values()]
    return list(dict.fromkeys(choices.get(column.name, ()) or own))


def allowed(column: Column[Any], choices: Choices, language: str) -> str:
    """Say what may stand in a column."""
    values = "; ".join(offered(column, choices))
    if values and len(values) <= _SHORT_LIST:
        return word(language, "allowed.list", values=values)
    if values:
        return word(language, "allowed.listed", sheet=word(language, "sheet.lists"))
    if isinstance(column.type, String):
        coded = column.primary_key or bool(column.foreign_keys)
        return word(language, "allowed.code" if coded else "allowed.text")
    kinds = {Integer: "whole", Double: "number", Date: "date"}
    kind = next(name for type_, name in kinds.items() if isinstance(column.type, type_))
    return ", ".join([word(language, f"allowed.{kind}"), *_limits(column, language)])


def _limits(column: Column[Any], language: str) -> list[str]:
    info = column.info
    said = []
    if "minimum" in info:
        said.append(word(language, "allowed.from", low=info["minimum"]))
    if "maximum" in info:
        said.append(word(language, "allowed.to", high=info["maximum"]))
    for limit in ("at_most", "not_before"):
        if limit in info:
            other = heading(column.table.columns[info[limit]])
            said.append(word(language, f"allowed.{limit}", column=other))
    return said


def validation(
    column: Column[Any], choices: Choices, listed: str, language: str
) -> dict[str, Any] | None:
    """XlsxWriter's options for the cells of a column from row 2 on; None where any text may stand.

    listed: the range with the column's list, empty if it has none. A list of names is only
    recommended, because the reader understands other ways to write them; codes are insisted on.
    """
    said = "listed" if listed else "text"
    message = word(
        language,
        f"refused.{said}",
        column=heading(column),
        allowed=allowed(column, choices, language),
    )
    wrong = {
        "error_title": word(language, "refused.title"),
        "error_message": message[:_LONGEST_MESSAGE],
    }
    if listed:
        strict = isinstance(column.type, Enum | Boolean) and column.name not in choices
        kind = "stop" if strict else "warning"
        return {"validate": "list", "source": listed, "error_type": kind, **wrong}
    bounds = _bounds(column)
    return bounds | wrong if bounds else None


def _bounds(column: Column[Any]) -> dict[str, Any]:
    """Kind and limits of a number or a date, in XlsxWriter's words; {} for text."""
    low, high = column.info.get("minimum"), column.info.get("maximum")
    if isinstance(column.type, Integer):
        whole = column.info.get("at_most")
        most = _cell(column, whole) if whole else _MOST_WHOLE if high is None else high
        least = -_MOST_WHOLE if low is None else low
        return {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
    if isinstance(column.type, Double):
        least, most = (
            (-_MOST_NUMBER if low is None else low),
            (_MOST_NUMBER if high is None else high),
        )
        return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
    if isinstance(column.type, Date):
        start = column.info.get("not_before")
        first = _cell(column, start) if start else _FIRST_DAY
        return {"validate": "date", "criteria": "between", "minimum": first, "maximum": _LAST_DAY}
    return {}


def _cell(column: Column[Any], other: str) -> str:
    """Refer to another column of the same row, as seen from row 2."""
    number = list(column.table.columns.keys()).index(other)
    return f"={xl_rowcol_to_cell(1, number, col_abs=True)}"
