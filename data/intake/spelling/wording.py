"""Words of templates and marked files, in both languages, and the examples of columns."""

import csv
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Date, Double, Integer, Table

from data.errors import MissingError
from data.intake.spelling.vocabulary import labels
from data.texts import LANGUAGES, text, texts, under

EXAMPLE = "Пример"
"""A row whose first cell begins with this word shows how to fill in, and is no data."""


class MissingExampleError(MissingError):
    """A text column that a template has to show and that has no example."""

    def __init__(self, column: str) -> None:
        super().__init__(
            f"no example of the column {column!r}: add it to data/intake/spelling/examples.csv"
        )


def word(language: str, key: str, **details: object) -> str:
    """Give one text of the templates, its gaps filled."""
    return str(text(f"template.{key}", language)).format(**details)


def grain(table: Table, language: str) -> str:
    """Say what one row of the table is."""
    return word(language, f"table.{table.name}.grain")


def rules(table: Table, language: str) -> list[str]:
    """List the rules of the table itself, one sentence each."""
    own = under(f"template.table.{table.name}")
    return [str(text(key, language)) for key in own if ".rule_" in key]


def general_rules(language: str) -> list[str]:
    """List the rules of every table, one or two sentences each."""
    return [str(text(key, language)) for key in under("template.rules")]


def what(column: Column[Any], language: str) -> str:
    """Say what to write into a column."""
    own = f"template.column.{column.table.name}.{column.name}.what"
    return str(text(own if own in texts() else f"template.column.{column.name}.what", language))


def example(column: Column[Any]) -> str:
    """Give an example of a column as canonical text, such as 2022-11-17 or true."""
    examples, codes = _examples(), labels(column)
    for name in (f"{column.table.name}.{column.name}", column.name):
        # A code that tables call alike is an example only where it is one of the column's own.
        if name in examples and (not codes or examples[name] in codes):
            return examples[name]
    if codes:
        return next(iter(codes))
    referred = [key.column for key in column.foreign_keys]
    return example(referred[0]) if referred else _plain_example(column)


def _plain_example(column: Column[Any]) -> str:
    """Give an example of a number or a day, which is as good as any; a text has none."""
    if isinstance(column.type, Integer | Double):
        return "1"
    if isinstance(column.type, Date):
        return "2022-11-17"
    raise MissingExampleError(f"{column.table.name}.{column.name}")


def own_sheets() -> frozenset[str]:
    """Name the sheets that this program adds to a workbook, in any language: they hold no data."""
    return frozenset(
        str(text(key, language)) for key in under("template.sheet") for language in LANGUAGES
    )


@cache
def _examples() -> dict[str, str]:
    with Path(__file__).with_name("examples.csv").open(encoding="utf-8") as file:
        return {row["column"]: row["example"] for row in csv.DictReader(file)}
