"""List how people name the tables, columns and codes that the declaration knows by one word.

The words stand in `headings.csv` and `codes.csv` beside this module and are added to by hand: the
first of a column or a code is the one that templates use, the others are only understood. What the
facts name already has its first word there.
"""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Enum, Table

from data.invisible_signs import without_harmless

_FOLDER = Path(__file__).parent
_FACTS = _FOLDER.parents[1] / "facts"
_NAMED = {
    "indicator": ("shown_indicator.csv", "short_ru"),
    "region": ("region.csv", "name_ru"),
    "risk_factor": ("risk_factor.csv", "name_ru"),
    "setting": ("setting.csv", "name_ru"),
}
"""Columns whose codes the facts name: in which file and column."""

_ANY = "*"
"""Stands for every table in headings.csv: words of a column that many tables share."""

_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘", "-") | dict.fromkeys("«»„“”‟‹›‘’‚'`", '"') | {"ё": "е"}
)
_DASH = re.compile(r"\s*-\s*")
_TRAILING = ".,:;!?* "


def plain(text: str) -> str:
    """Give the form in which words are compared: case, ё, dashes, quotes and spaces unified.

    Punctuation and the template's «*» at the end are no part of a word; «-» and «+» are.
    """
    composed = unicodedata.normalize("NFKC", without_harmless(text)).casefold()
    spaced = " ".join(unicodedata.normalize("NFC", composed).translate(_SIGNS).split())
    return _DASH.sub("-", spaced).rstrip(_TRAILING)


@cache
def headings(table: Table) -> dict[str, tuple[str, ...]]:
    """Headings of each declared column, the template's own first, the declared name last."""
    words = _listed("headings.csv")
    return {
        column.name: tuple(
            dict.fromkeys(
                [
                    *words.get((table.name, column.name), ()),
                    *words.get((_ANY, column.name), ()),
                    column.name,
                ]
            )
        )
        for column in table.columns
    }


def heading(column: Column[Any]) -> str:
    """The template's own heading of a column of a declared table."""
    return headings(column.table)[column.name][0]


@cache
def labels(column: Column[Any]) -> dict[str, tuple[str, ...]]:
    """Words for each code of a column, the template's own first, the code itself last.

    A list of `table.column` goes before one of the column's name, which tables share. Columns
    without a list, such as names and numbers, have no labels: {}.
    """
    own = _codes().get(f"{column.table.name}.{column.name}", {})
    if isinstance(column.type, Boolean):
        shared = _codes()["boolean"]
        found = {code: [*own.get(code, ()), *shared[code]] for code in shared}
    else:
        found = own or _codes().get(column.name, {})
    codes = column.type.enums if isinstance(column.type, Enum) else list(found)
    return {code: tuple(dict.fromkeys([*found.get(code, ()), code])) for code in codes}


def title(table: Table) -> str:
    """The table's Russian title, which is its sheet's name: 31 signs at most."""
    return _listed("headings.csv").get((table.name, ""), [table.name])[0]


@cache
def _codes() -> dict[str, dict[str, list[str]]]:
    lists = {name: _of_facts(*where) for name, where in _NAMED.items()}
    for (name, code), words in _listed("codes.csv").items():
        lists.setdefault(name, {}).setdefault(code, []).extend(words)
    return lists


def _of_facts(file: str, column: str) -> dict[str, list[str]]:
    """Read the name that a file of facts gives to each of its codes."""
    with (_FACTS / file).open(encoding="utf-8", newline="") as lines:
        return {row["code"]: [row[column]] for row in csv.DictReader(lines)}


@cache
def _listed(file: str) -> dict[tuple[str, str], list[str]]:
    """Read the third column of a vocabulary by the first two, in the order of the file."""
    words: dict[tuple[str, str], list[str]] = {}
    with (_FOLDER / file).open(encoding="utf-8", newline="") as lines:
        for owner, name, word in list(csv.reader(lines))[1:]:
            words.setdefault((owner, name), []).append(word)
    return words
