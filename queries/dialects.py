"""Spell what databases spell differently, once."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, func

from queries.methods.natural_order import DIGITS


def total(amount: ColumnElement[Any]) -> ColumnElement[int]:
    """Sum whole numbers as a whole number: DuckDB's own sum is wider than any frame column."""
    return cast(func.sum(amount), BigInteger)


def numbered(name: ColumnElement[str]) -> ColumnElement[str]:
    """Write each number of a name with as many digits as all others have: it sorts by numbers.

    As `natural_order.numbered` does of one name. The first pattern puts noughts before every
    number, the second takes off all but its last digits.
    """
    filled = func.regexp_replace(name, "([0-9]+)", "0" * DIGITS + r"\1", "g")
    cut = f"[0-9]*([0-9]{{{DIGITS}}})"
    key: ColumnElement[str] = func.regexp_replace(filled, cut, r"\1", "g")
    return key
