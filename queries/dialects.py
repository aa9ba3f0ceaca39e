"""Spell what databases spell differently, once."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, func


def total(amount: ColumnElement[Any]) -> ColumnElement[int]:
    """Sum whole numbers as a whole number: DuckDB's own sum is wider than any frame column."""
    return cast(func.sum(amount), BigInteger)
