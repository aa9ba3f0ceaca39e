"""Call each column by the words that stand above each other in it in a header of several rows.

«2021» over «ставок» is «2021 · ставок».
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Table

from data.intake.received.headers import texts, words_of
from data.intake.received.workbooks import Sheet
from data.intake.spelling.vocabulary import plain

_JOIN = " · "


class Header(NamedTuple):
    """The first and last row of a header among the sheet's filled rows, from 0."""

    top: int
    bottom: int


def titles(sheet: Sheet, header: Header) -> tuple[str, ...]:
    """Name each column by all words of a header that stand above each other in it."""
    columns = zip(*spread(sheet, header), strict=True)
    return tuple(_JOIN.join(dict.fromkeys(filter(None, words))) for words in columns)


def headings(sheet: Sheet, header: Header, table: Table) -> tuple[str, ...]:
    """Name each column as a declared table knows it, if it does by any of the words over it."""
    return known_words(spread(sheet, header), table)


def known_words(rows: Sequence[Sequence[str]], table: Table) -> tuple[str, ...]:
    """Choose the lowest word of each column that the table knows; a word over several is none."""
    if len(rows) == 1:
        return tuple(rows[0])
    known = words_of(table)
    once = [{word for word in row if row.count(word) == 1} for row in rows]
    found = []
    for words in zip(*rows, strict=True):
        own = [
            word
            for word, single in zip(words, once, strict=True)
            if word and (word in single or word == words[-1])
        ]
        spoken = [*reversed(own), " ".join(dict.fromkeys(filter(None, words)))]
        joined = _JOIN.join(dict.fromkeys(filter(None, words)))
        found.append(next((word for word in spoken if plain(word) in known), joined))
    return tuple(found)


def has_data_below(rows: Sequence[Sequence[str]], table: Table) -> bool:
    """Say whether words that a table knows have others below them: then those are its data."""
    known = words_of(table)
    return any(
        plain(word) in known and row.count(word) == 1 and lower and plain(lower) not in known
        for row, next_row in pairwise(rows)
        for word, lower in zip(row, next_row, strict=True)
    )


def spread(sheet: Sheet, header: Header) -> list[list[str]]:
    """Give the texts of a header's rows, each merged one in every cell that it covers.

    A text has no merged cells: there a heading reaches to the next one in its row, but not in the
    last row, where each column has its own.
    """
    rows = sheet.rows[header.top : header.bottom + 1]
    width = max(len(cells) for _, cells in rows)
    spread = {number: [*texts(cells), *[""] * (width - len(cells))] for number, cells in rows}
    if len(rows) == 1:
        return list(spread.values())
    for (top, left), (bottom, right) in sheet.merged:
        if top + 1 in spread and left < width and (said := spread[top + 1][left]):
            for number in range(top + 1, bottom + 2):
                if number in spread:
                    spread[number][left : right + 1] = [said] * (min(right + 1, width) - left)
    found = list(spread.values())
    return found if sheet.merged else [*_reaching(found), found[-1]]


def _reaching(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Let each heading of the rows above the last reach over the empty cells beside it."""
    found = []
    for number, row in enumerate(rows[:-1]):
        said, reached = "", []
        for place, text in enumerate(row):
            # A heading with no word below it goes down to the data and reaches nowhere.
            under = any(lower[place] for lower in rows[number + 1 :])
            said = (text or said) if under else ""
            reached.append(text or said)
        found.append(reached)
    return found
