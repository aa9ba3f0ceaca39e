"""Read a foreign wide table by a saved rule: which column is the municipality, which a year.

A rule is kept as a small JSON file beside the store and offered when the same header comes again.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from data.errors import Problem
from data.intake.foreign import grids
from data.intake.foreign.converting import converted
from data.intake.foreign.grids import Grid, Row
from data.intake.foreign.places import Register
from data.intake.reading import ReadFile
from data.intake.spelling.vocabulary import headings, plain
from data.schema import indicator_value

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:\s?[/–-]\s?((?:20)?\d\d))?(?!\d)")
FOLDER = "mappings"


@dataclass(frozen=True)
class Mapping:
    """How a wide table of one region is read; columns are counted from 0."""

    name: str
    region: str
    sheet: str
    header: tuple[str, ...]
    header_row: int
    oktmo_column: int
    values: tuple[tuple[int, str, int], ...]
    """Column, indicator and year of each column of values."""
    source: str


def apply(
    mapping: Mapping, grid: Grid, register: Register, file: str = ""
) -> tuple[ReadFile | None, list[Problem]]:
    """Give the rows of `indicator_value`, in per cent; a cell without a value is no row.

    `file` is the file's name for remarks. A grid with another header is refused: columns may have
    moved.
    """
    name = file or mapping.name
    if _form(grid.header) != _form(mapping.header):
        wanted = "; ".join(mapping.header)[:200]
        return None, [Problem(name, grid.header_row, "", "", "other_header", wanted, grid.sheet)]
    mapped = {mapping.oktmo_column, *(column for column, _, _ in mapping.values)}
    rows, problems = grids.parted(name, grid, mapped)
    within = register.within(mapping.region) if mapping.region else register
    codes, faults = converted(
        _column(rows, mapping.oktmo_column), indicator_value.columns["oktmo"], within
    )
    problems += [
        Problem(name, rows[n][0], "oktmo", said, refused.rule, refused.expected, grid.sheet)
        for n, said, refused in faults
    ]
    found = _long(mapping, rows, codes, within)
    places = pa.array([row for row, *_ in found], pa.int64())
    cells = [pa.array([line[n] for line in found], pa.string()) for n in range(1, 6)]
    table = pa.table(cells, names=["oktmo", "year", "indicator", "value", "source"])
    digest = hashlib.sha256(json.dumps(table.to_pydict(), sort_keys=True).encode()).hexdigest()
    columns = {"oktmo": mapping.oktmo_column + 1}
    return ReadFile(name, indicator_value, table, digest, grid.sheet, places, columns), problems


def _column(rows: Sequence[Row], place: int) -> list[object]:
    return [cells[place] if place < len(cells) else None for _, cells in rows]


def _long(
    mapping: Mapping, rows: Sequence[Row], codes: Sequence[str | None], register: Register
) -> list[tuple[int, str | None, str, str, str, str]]:
    """One line per municipality and column that has a value: file row, then the table's columns."""
    found = []
    for place, indicator, year in mapping.values:
        texts, _ = converted(_column(rows, place), indicator_value.columns["value"], register)
        found += [
            (row, code, str(year), indicator, text, mapping.source)
            for (row, _), code, text in zip(rows, codes, texts, strict=True)
            if text is not None
        ]
    return sorted(found, key=lambda line: (line[0], line[2], line[3]))


def _form(header: Sequence[str]) -> list[str]:
    form = [plain(heading) for heading in header]
    while form and not form[-1]:
        form.pop()
    return form


def save(folder: Path, mapping: Mapping) -> Path:
    """Keep a rule under its name in the store `folder`; one of the same name is replaced."""
    slug = re.sub(r"[^\w]+", "-", mapping.name.casefold()).strip("-")[:40]
    path = folder / FOLDER / f"{slug}-{hashlib.sha256(mapping.name.encode()).hexdigest()[:8]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(mapping), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(path)
    return path


def saved(folder: Path) -> list[Mapping]:
    """List the rules kept, by name; a file that is none is passed over."""
    found = [_read(path) for path in sorted((folder / FOLDER).glob("*.json"))]
    return sorted((rule for rule in found if rule), key=lambda rule: rule.name)


def _read(path: Path) -> Mapping | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        told["header"] = tuple(told["header"])
        told["values"] = tuple((int(c), str(i), int(y)) for c, i, y in told["values"])
        return Mapping(**told)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fitting(folder: Path, header: Sequence[str]) -> list[Mapping]:
    """List the rules kept for a table with this header."""
    return [rule for rule in saved(folder) if _form(rule.header) == _form(header)]


def guesses(header: Sequence[str]) -> dict[str, object]:
    """Guess `oktmo_column` (None if unsure) and `years`, by column, for a person to confirm.

    A school year is guessed to be the calendar year it ends in: «2021/22» is 2022.
    """
    words = {plain(word) for word in headings(indicator_value)["oktmo"]}
    places = [place for place, heading in enumerate(header) if plain(heading) in words]
    years = {}
    for place, heading in enumerate(header):
        found = _YEAR.search(heading)
        if found:
            years[place] = int(found[1][:2] + found[2][-2:]) if found[2] else int(found[1])
    return {"oktmo_column": places[0] if places else None, "years": years}
