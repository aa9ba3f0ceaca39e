"""Write the sheet of a template that explains it: a row per column, and the table's rules."""

from typing import Any

from sqlalchemy import Column, Table
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from data.intake.returned.template_rules import Choices, allowed
from data.intake.spelling.sheet_text import write_text
from data.intake.spelling.vocabulary import heading, labels, title
from data.intake.spelling.wording import example, general_rules, grain, rules, what, word
from data.program_version import PROGRAM_VERSION
from data.schema import INTAKE_TABLES
from data.texts import text

_WIDTHS = (30, 24, 60, 46, 34)
_NOTE_SIGNS = sum(_WIDTHS[1:])
_LINE = 15  # points


def write_help(book: Workbook, table: Table, choices: Choices, language: str) -> None:
    """Add the sheet: what a row is, rules, then heading, required, what, allowed and example."""
    sheet = book.add_worksheet(word(language, "sheet.help"))
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    large = book.add_format({"bold": True, "font_size": 14})
    write_text(sheet, 0, 0, word(language, "help.title", table=title(table)), large)
    row = _write_notes(book, sheet, table, language) + 1
    header = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    for number, name in enumerate(("heading", "required", "what", "allowed", "example")):
        write_text(sheet, row, number, word(language, f"help.{name}"), header)
    looks = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
    for place, column in enumerate(table.columns, start=row + 1):
        for number, said in enumerate(_about(column, choices, language)):
            write_text(sheet, place, number, said, looks)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def shown_example(column: Column[Any]) -> str:
    """Give a column's example as a person would write it."""
    return shown(column, example(column))


def shown(column: Column[Any], canonical: str) -> str:
    """Write a value as a person would: codes by their labels, dates as 17.11.2022."""
    words = labels(column).get(canonical)
    if words:
        return words[0]
    if column.type.python_type.__name__ == "date":
        return ".".join(reversed(canonical.split("-")))
    return canonical.replace(".", ",") if column.type.python_type is float else canonical


def _about(column: Column[Any], choices: Choices, language: str) -> tuple[str, ...]:
    required = "key" if column.primary_key else "no" if column.nullable else "yes"
    return (
        heading(column),
        word(language, f"help.{required}"),
        what(column, language),
        allowed(column, choices, language),
        shown_example(column),
    )


def _write_notes(book: Workbook, sheet: Worksheet, table: Table, language: str) -> int:
    """Write a label and a text per line across the sheet; give the row after the last."""
    label = book.add_format({"bold": True, "valign": "top"})
    looks = book.add_format({"valign": "top", "text_wrap": True})
    row = 1
    for name, texts in _notes(table, language).items():
        write_text(sheet, row, 0, word(language, f"help.{name}"), label)
        for said in texts:
            sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, "", looks)
            write_text(sheet, row, 1, said, looks)
            sheet.set_row(row, _LINE * (1 + len(said) // _NOTE_SIGNS))
            row += 1
    return row


def _notes(table: Table, language: str) -> dict[str, list[str]]:
    keys = ", ".join(f"«{heading(column)}»" for column in table.primary_key.columns)
    notes = {
        "grain": [grain(table, language)],
        "keys": [word(language, "help.keys_text", columns=keys)],
        "rules": rules(table, language) + general_rules(language),
        "references": _references(table, language),
        "program": [f"{text('section.monitor', language)} {PROGRAM_VERSION}"],
    }
    return {name: texts for name, texts in notes.items() if texts}


def _references(table: Table, language: str) -> list[str]:
    """Say which columns name rows of other tables that a region brings."""
    brought = {other.name: other for other in INTAKE_TABLES}
    return [
        word(
            language,
            "help.reference_text",
            column=heading(column),
            table=title(brought[key.column.table.name]),
        )
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in brought
    ]
