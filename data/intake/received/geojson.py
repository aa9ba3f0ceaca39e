"""Receive a region's outlines: a feature of a GeoJSON is a municipality, by its ОКТМО or name.

A remark's row is the number of the feature, from 1, and its column the property.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from data.errors import ACKNOWLEDGE, NOTE, STOP, Problem, in_file
from data.intake.declared.outlines import FaultyOutlineError, Outline, outline, simplified
from data.intake.declared.reading import ReadFile
from data.intake.received import limits, personal
from data.intake.received.converting import converted, level_of
from data.intake.received.places import Register
from data.intake.received.values import written
from data.intake.spelling.vocabulary import headings, plain
from data.schema import municipal_outline

_BOM = b"\xef\xbb\xbf"
_NAMES = ("name", "name_ru", "name:ru", "short_name_ru", "название", "наименование", "имя")
_SOURCES = ("attribution", "source", "copyright", "источник")
_LICENCES = ("licence", "license", "лицензия")

Feature = Mapping[str, Any]


class _Named(NamedTuple):
    """What a feature says of its municipality, and the property that says it."""

    heading: str
    cell: object


def is_geojson(content: bytes) -> bool:
    """Tell by its beginning whether a file is JSON and no table."""
    return content[:200].removeprefix(_BOM).lstrip().startswith(b"{")


def receive(name: str, content: bytes, register: Register) -> tuple[ReadFile | None, list[Problem]]:
    """Give the outlines as rows of `municipal_outline`, simplified for the screen, and remarks."""
    whole = _whole(content)
    features = _features(whole)
    if not features:
        return None, [Problem("not_geojson", file=name)]
    codes, problems = _codes(features, register)
    found, faults = _outlines(features)
    about, asked = _about(whole, name, register)
    problems += [*faults, *asked, *_missing(set(codes.values()), register)]
    numbers = [number for number in codes if number in found]
    texts = _simplified({n: found[n] for n in numbers}, codes, register)
    rows = {
        "oktmo": [codes[n] for n in numbers],
        "geometry": [texts[n] for n in numbers],
        **{column: [said] * len(numbers) for column, said in about.items()},
    }
    table = pa.table({column: pa.array(cells, pa.string()) for column, cells in rows.items()})
    digest = hashlib.sha256(content).hexdigest()
    places = pa.array(numbers, pa.int64())
    return ReadFile(name, municipal_outline, table, digest, places=places), in_file(problems, name)


def _whole(content: bytes) -> Feature:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _features(whole: Feature) -> dict[int, Feature]:
    """Give the features by their numbers; none if this is no collection of them."""
    found = whole.get("features") if whole.get("type") == "FeatureCollection" else None
    rows = found if isinstance(found, list) else []
    return {n: row if isinstance(row, dict) else {} for n, row in enumerate(rows, start=1)}


def _codes(
    features: Mapping[int, Feature], register: Register
) -> tuple[dict[int, str], list[Problem]]:
    """Give the ОКТМО of each feature that names a municipality, and what of the others is wrong."""
    named = {number: _named(feature) for number, feature in features.items()}
    cells = [each.cell for each in named.values()]
    texts, faults = converted(cells, municipal_outline.c.oktmo, register)
    numbers = list(named)
    problems = [
        Problem(f.rule, numbers[n], named[numbers[n]].heading, said[:80], f.expected, level_of(f))
        for n, said, f in faults
    ]
    problems += [Problem("outline_of_nowhere", n) for n, each in named.items() if not each.heading]
    refused = {problem.row for problem in problems if problem.level == STOP}
    codes = zip(numbers, texts, strict=True)
    return {n: code for n, code in codes if code is not None and n not in refused}, problems


def _named(feature: Feature) -> _Named:
    """Find the property that names the municipality: a code goes before a name."""
    given = feature.get("properties")
    own = (
        {plain(str(key)): (str(key), cell) for key, cell in given.items()}
        if isinstance(given, dict)
        else {}
    )
    ways = [*map(plain, headings(municipal_outline)["oktmo"]), *map(plain, _NAMES)]
    found = [own[word] for word in ways if word in own and _is_said(own[word][1])]
    if found:
        return _Named(*found[0])
    code = feature.get("id")
    return _Named("id", code) if _is_said(code) else _Named("", None)


def _is_said(cell: object) -> bool:
    return isinstance(cell, str | int | float) and written(cell) is not None


def _outlines(features: Mapping[int, Feature]) -> tuple[dict[int, Outline], list[Problem]]:
    found: dict[int, Outline] = {}
    problems: list[Problem] = []
    for number, feature in features.items():
        try:
            found[number] = outline(feature.get("geometry"))
        except FaultyOutlineError as fault:
            problems.append(Problem(fault.rule, number, "geometry", fault.value, fault.expected))
    crossed = [number for number, each in found.items() if each.mended]
    problems += [Problem("outline_mended", number, "geometry", level=NOTE) for number in crossed]
    return found, [problem for _, problem in zip(range(limits.SHOWN), problems, strict=False)]


def _simplified(
    found: Mapping[int, Outline], codes: Mapping[int, str], register: Register
) -> dict[int, str]:
    """Simplify the outlines of each region together."""
    texts: dict[int, str] = {}
    for region in sorted({register.region_of(codes[n]) for n in found}):
        numbers = [n for n in found if register.region_of(codes[n]) == region]
        shapes = [found[n].shape for n in numbers]
        texts |= zip(numbers, simplified(shapes, limits.CELL_SIGNS), strict=True)
    return texts


def _missing(codes: set[str], register: Register) -> Iterator[Problem]:
    """Name the municipalities of a region that have no outline in its file."""
    for region in sorted({register.region_of(code) for code in codes} - {""}):
        lacking = [oktmo for oktmo in register.within(region).codes if oktmo not in codes]
        if lacking:
            said = "; ".join([*map(register.label, lacking[:6]), *(["…"] if lacking[6:] else [])])
            yield Problem("outlines_missing", 0, "", str(len(lacking)), said, NOTE)


def _about(
    whole: Feature, name: str, register: Register
) -> tuple[dict[str, str | None], list[Problem]]:
    """Say whose the outlines are and under which licence; ask if the file does not."""
    said = {plain(str(key)): written(cell) for key, cell in whole.items() if _is_said(cell)}
    source, licence = (_first(said, words) for words in (_SOURCES, _LICENCES))
    problems = [
        Problem("personal_data", 0, column, personal.MASK)
        for column, text in (("source", source), ("licence", licence))
        if text and personal.in_cell(text, True, register.last_words)
    ]
    if problems:
        return {"source": None, "licence": None}, problems
    asked = [] if licence else [Problem("outlines_without_licence", level=ACKNOWLEDGE)]
    return {"source": source or name, "licence": licence}, asked


def _first(said: Mapping[str, str | None], words: Sequence[str]) -> str | None:
    text = next((said[word] for word in words if word in said), None)
    return text[: limits.CELL_SIGNS] if text else None
