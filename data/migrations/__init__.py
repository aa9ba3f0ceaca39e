"""Bring a copy of an older version to today's layout: one written step, a file, per number.

`4.sql` makes a version of schema 4 out of one of schema 3. A step is never changed once a version
was published with its number, so it names tables and columns itself and knows no declaration.
"""

from pathlib import Path

import duckdb

from data.schema import SCHEMA_NUMBER

FOLDER = Path(__file__).parent
OLDEST = 3
"""The least number from which steps lead to today's."""


def leads_from(number: int) -> bool:
    """Tell whether written steps lead from a schema number to today's."""
    return OLDEST <= number <= SCHEMA_NUMBER


def migrate(driver: duckdb.DuckDBPyConnection, number: int) -> None:
    """Run the steps from a schema number to today's on a copy that nobody reads yet."""
    for step in range(number + 1, SCHEMA_NUMBER + 1):
        driver.execute((FOLDER / f"{step}.sql").read_text(encoding="utf-8"))
