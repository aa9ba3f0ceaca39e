"""Name tables and their columns to the reader: as the templates do, or in English words."""

from sqlalchemy import Column, Table

from components.base.i18n import Words
from data.intake.spelling import vocabulary
from data.schema import metadata


def title(name: str, words: Words) -> str:
    """Name a declared table as its template is named; tables of facts alone have no template."""
    if words.language == "ru":
        known = vocabulary.title(metadata.tables[name])
        return known if known != name else words("naming.facts")
    return name.replace("_", " ").capitalize()


def heading(column: Column, words: Words) -> str:
    """Name a declared column: its template's heading; in English its declared name."""
    if words.language == "ru":
        return vocabulary.heading(column)
    return column.name.replace("_", " ")


def named(text: str, words: Words) -> str:
    """Name what a remark calls `table`, `table.column` or `column`; other texts stay."""
    name, _, inner = text.partition(".")
    table = metadata.tables.get(name)
    if table is not None:
        inside = f": {heading(table.c[inner], words)}" if inner in table.c else ""
        return title(name, words) + inside
    owner = _owner(text)
    return heading(owner.c[text], words) if owner is not None else text


def _owner(column: str) -> Table | None:
    """Find a table with a column of this name; names too general to tell are none's."""
    if column in ("name", "code", "source"):
        return None
    return next((table for table in metadata.tables.values() if column in table.c), None)
