"""Name tables, their columns and codes to a reader: as the templates do, or in English words."""

from typing import Any

from sqlalchemy import Column, Table

from data.errors import Problem
from data.intake.spelling import vocabulary
from data.schema import metadata
from data.texts import text


def title(name: str, language: str) -> str:
    """Name a declared table as its template is named; tables of facts alone have no template."""
    if language == "ru":
        known = vocabulary.title(metadata.tables[name])
        return known if known != name else str(text("naming.facts", language))
    return name.replace("_", " ").capitalize()


def heading(column: Column[Any], language: str) -> str:
    """Name a declared column: its template's heading; in English its declared name."""
    if language == "ru":
        return vocabulary.heading(column)
    return column.name.replace("_", " ")


def named(said: str, language: str) -> str:
    """Name what a remark calls `table`, `table.column` or `column`; other texts stay."""
    name, _, inner = said.partition(".")
    table = metadata.tables.get(name)
    if table is not None:
        inside = f": {heading(table.c[inner], language)}" if inner in table.c else ""
        return title(name, language) + inside
    owner = _owner(said)
    return heading(owner.c[said], language) if owner is not None else said


def expected(problem: Problem, language: str) -> str:
    """Say what a remark expects: names and words in the place of codes; commas in Russian."""
    parts = [part.strip() for part in problem.expected.split(",")]
    if problem.rule in ("unknown_code", "wrong_type"):
        words = _words(parts) if language == "ru" else {}
        return ", ".join(words.get(part) or _written(part, language) for part in parts)
    said = ", ".join(named(part, language) for part in parts)
    return said.replace(".", ",") if problem.rule == "jump" and language == "ru" else said


def said(problem: Problem, language: str) -> str:
    """Say a remark in a sentence; a gap for its value stays for whoever knows the value's name."""
    rule = str(text(f"problem.{problem.rule}", language))
    return rule.replace("{expected}", expected(problem, language))


def _words(codes: list[str]) -> dict[str, str]:
    """Give the template's own word for each code of the column whose codes these are."""
    for table in metadata.tables.values():
        for column in table.columns:
            words = {code: found[0] for code, found in vocabulary.labels(column).items()}
            # A table of facts alone may have codes without words for them.
            if set(codes) == set(words) != set(words.values()):
                return words
    return {}


def _written(example: str, language: str) -> str:
    """Write an example of a number or day as it is written in the language: 12,5 and 17.11.2022."""
    if language != "ru":
        return example
    year, _, day = example.partition("-")
    if year.isdecimal() and day:
        return ".".join([*reversed(day.split("-")), year])
    return example.replace(".", ",")


def _owner(column: str) -> Table | None:
    """Find a table with a column of this name; names too general to tell are none's."""
    if column in ("name", "code", "source"):
        return None
    return next((table for table in metadata.tables.values() if column in table.c), None)
