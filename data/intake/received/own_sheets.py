"""Know the sheets that this program adds to a workbook by what stands in them: they hold no data.

A person's own sheet may be called «Списки» or «Замечания» too, and is read like any other.
"""

from functools import cache

from data.intake.received.headers import fit, texts, words_of
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain
from data.intake.spelling.wording import own_sheets, word
from data.schema import INTAKE_TABLES
from data.texts import LANGUAGES


def is_own(sheet: Sheet) -> bool:
    """Say whether a sheet is the help or the lists of a template, or the remarks on a file."""
    if not sheet.rows:
        return False
    first = next((said for said in texts(sheet.rows[0][1]) if said), "")
    return first.startswith(_titles()) or (sheet.name in own_sheets() and _is_of_lists(sheet))


@cache
def _titles() -> tuple[str, ...]:
    """Give how the sheets of help and of remarks begin, in every language."""
    gap = "\x00"
    titles = [
        word(language, key, **{name: gap})
        for language in LANGUAGES
        for key, name in (("help.title", "table"), ("remarks.title", "file"))
    ]
    return tuple(title.split(gap)[0] for title in titles)


def _is_of_lists(sheet: Sheet) -> bool:
    """Say whether each column is a list under a known heading, and they are no table together."""
    header, *below = (texts(cells) for _, cells in sheet.rows)
    width = len(header)
    columns = [[row[n] for row in below if n < len(row)] for n in range(width) if header[n]]
    known = any(
        all(plain(said) in words_of(table) for said in header if said) for table in INTAKE_TABLES
    )
    is_table = any(not fit(header, table).missing for table in INTAKE_TABLES)
    return known and not is_table and all(map(_is_list, columns))


def _is_list(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) == len(set(filled)) and not any(cells[len(filled) :])
