"""Sort names by the numbers in them: «№ 2» stands before «№ 10».

`queries/dialects.numbered` writes the same key in SQL.
"""

import re

import pandas as pd

DIGITS = 6
"""To how many digits each number is filled up; of a longer one the last ones count."""

_NUMBER = re.compile("[0-9]+")


def numbered(name: str) -> str:
    """Write each number of a name with as many digits as all others have.

    >>> sorted(["Школа № 10", "Школа № 2"], key=numbered)
    ['Школа № 2', 'Школа № 10']
    """
    return _NUMBER.sub(lambda found: found.group()[-DIGITS:].zfill(DIGITS), name)


def by_numbers(column: pd.Series) -> pd.Series:
    """Give the key of a column of names; other columns sort as they are (`key=` of pandas)."""
    if not pd.api.types.is_object_dtype(column) and not pd.api.types.is_string_dtype(column):
        return column
    return column.map(lambda value: numbered(value) if isinstance(value, str) else value)
