"""Words of templates and marked files, in both languages, from `template_texts.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table

LANGUAGES = ("ru", "en")

EXAMPLE = "Пример"
"""A row whose first cell begins with this word shows how to fill in, and is no data."""


def word(language: str, group: str, name: str, **details: object) -> str:
    """Give one text, its gaps filled; KeyError if there is none."""
    return str(_texts()[group][name][language]).format(**details)


def grain(table: Table, language: str) -> str:
    """Say what one row of the table is."""
    return str(_texts()["table"][table.name]["grain"][language])


def rules(table: Table, language: str) -> list[str]:
    """Rules of the table itself, one sentence each; those of all tables stand in [rules]."""
    return list(_texts()["table"][table.name]["rules"][language])


def general_rules(language: str) -> list[str]:
    """Rules of every table, one or two sentences each."""
    return [word(language, "rules", name) for name in _texts()["rules"]]


def what(column: Column, language: str) -> str:
    """Say what to write into a column."""
    return str(_column(column)["what"][language])


def example(column: Column) -> str:
    """An example of a column as canonical text, such as 2022-11-17 or true."""
    return str(_column(column)["example"])


def own_sheets() -> frozenset[str]:
    """Names of sheets that this program adds to a workbook, in any language: they hold no data."""
    return frozenset(
        named[language] for named in _texts()["sheet"].values() for language in LANGUAGES
    )


def _column(column: Column) -> dict[str, Any]:
    texts = _texts()["column"]
    own = f"{column.table.name}.{column.name}"
    found: dict[str, Any] = texts[own if own in texts else column.name]
    return found


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("template_texts.toml").read_text("utf-8"))
