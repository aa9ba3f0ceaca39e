"""Name tables and their columns in the reader's language."""

from sqlalchemy import Column

from components.base.i18n import Words
from data.intake.spelling import names


def title(name: str, words: Words) -> str:
    """Name a declared table."""
    return names.title(name, words.language)


def heading(column: Column, words: Words) -> str:
    """Name a declared column."""
    return names.heading(column, words.language)


def named(text: str, words: Words) -> str:
    """Name what a remark calls `table`, `table.column` or `column`; other texts stay."""
    return names.named(text, words.language)
