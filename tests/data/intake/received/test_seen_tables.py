"""A true table laid out as people lay tables out: the same rows, or a question at its row.

Headers of one to four rows with merged cells or without, lines of numbers, titles, notes, totals,
hidden rows, remarks beside rows. Never a wrong or a missing row.
"""

import io
from dataclasses import dataclass, field

import openpyxl
from foreign_forms import by_year, of_grid
from hypothesis import given, settings
from hypothesis import strategies as st
from sent_files import REGISTER, rows_of, text

from data.intake.received import recipe_guesses, recipe_reading
from data.intake.received.receive import receive
from data.intake.received.recipe import ColumnRule, years_in
from data.schema import indicator_value

# No database of examples: a test leaves nothing beside the project.
SETTINGS = settings(max_examples=40, database=None, derandomize=True)
PLACES = {
    "Агаповский МР": "75603000",
    "2. Аргаяшский муниципальный район": "75606000",
    "Ашинский район": "75609000",
    "Челябинский ГО": "75701000",
    "Администрация Брединского района": "75612000",
}
MARKS = ("н/д", "–", "…", "x", "нет данных")
NUMBERS = st.integers(1, 9999).map(lambda n: n / 100)


@dataclass
class Laid:
    """A file, what it means, and what of it must be told at its row."""

    content: bytes = field(repr=False)
    rows: list
    columns: list
    told: dict
    """Rule by row of every line that is no row of the table."""
    hidden: list
    table: list
    """The lines as laid out, to be read when a case fails."""


def group_rows(draw, paths):
    """Lay words above each other: give rows of texts, and the ranges that would be merged."""
    deep = max(map(len, paths))
    rows = [[None] * len(paths) for _ in range(deep)]
    merged = []
    for place, path in enumerate(paths):
        if len(path) == 1:
            rows[0][place] = path[0]
            merged += [(0, place, deep - 1, place)] if deep > 1 else []
            continue
        for level, word in enumerate(path):
            before = paths[place - 1][: level + 1] if place else ()
            if level == len(path) - 1 or before != path[: level + 1]:
                rows[level][place] = word
    for level in range(deep - 1):
        heads = [n for n, word in enumerate(rows[level]) if word and len(paths[n]) > 1]
        for start, end in zip(heads, [*heads[1:], len(paths)], strict=True):
            merged += [(level, start, level, end - 1)] if end - start > 1 else []
    return rows, merged


def written(draw, lines, merged, hidden):
    """Write the lines as a workbook with merged cells, or as a text."""
    if not hidden and draw(st.booleans()):
        width = max(map(len, lines))
        return text([[*line, *[None] * (width - len(line))] for line in lines])
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    if draw(st.booleans()):
        for top, left, bottom, right in merged:
            book.active.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    for row in hidden:
        book.active.row_dimensions[row].hidden = True
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


@st.composite
def laid(draw, paths, rows, total_first):
    """Lay a table out: titles, header, numbers of columns, rows, totals and notes."""
    told, lines, width = {}, [], len(paths)
    merged = []
    for _ in range(draw(st.integers(0, 2))):
        lines.append(["Сведения о регионе", *[None] * (width - 1)])
        told[len(lines)] = "skipped_title"
        merged += [(len(lines) - 1, 0, len(lines) - 1, width - 1)] if draw(st.booleans()) else []
    lines += [[None] * width] * draw(st.integers(0, 1))
    header, ranges = group_rows(draw, paths)
    merged += [(t + len(lines), le, b + len(lines), r) for t, le, b, r in ranges]
    lines += header
    if width > 2 and draw(st.booleans()):
        lines.append(draw(st.sampled_from(number_lines(width))))
        told[len(lines)] = "skipped_header"
    total = [draw(st.sampled_from(("Итого", "ВСЕГО по области:")))]
    total += [5.5] * (width - 1)
    if total_first and draw(st.booleans()):
        lines.append(total)
        told[len(lines)] = "skipped_total"
    places = []
    for row in rows:
        lines += [[None] * width] * draw(st.sampled_from((0, 0, 0, 1)))
        beside = [None, "проверить", "2021"] if draw(st.integers(0, 5)) == 0 else []
        lines.append([*row, *beside])
        places.append(len(lines))
    if draw(st.booleans()):
        lines.append(total)
        told[len(lines)] = "skipped_total"
    if draw(st.booleans()):
        lines.append(["* по данным муниципальных органов", *[None] * (width - 1)])
        told[len(lines)] = "skipped_note"
    hidden = sorted(draw(st.sets(st.sampled_from(places), max_size=2)))
    content = written(draw, lines, merged, hidden)
    return Laid(content, places, list(range(width)), told, hidden, lines)


def number_lines(width):
    plain = [str(n) for n in range(1, width + 1)]
    lettered = ["А", *plain[:-1]]
    return [plain, [int(n) for n in plain], lettered]


def cell(draw):
    number = draw(NUMBERS)
    return draw(st.sampled_from((number, f"{number:g}".replace(".", ","), None, *MARKS)))


@st.composite
def foreign(draw):
    """A table of municipalities that nobody declared, its columns and values."""
    years = draw(st.lists(st.integers(2015, 2024), min_size=1, max_size=3, unique=True))
    measures = draw(st.sampled_from(((), ("доля, %",), ("доля, %", "мест"))))
    above = draw(st.sampled_from(((), ("Кадры",), ("Школы", "Кадры"))))
    heads = [(*above, year) for year in map(draw, [as_year(year) for year in years])]
    paths = [(*head, measure) for head in heads for measure in measures or ((),)]
    paths = [path if path[-1] != () else path[:-1] for path in paths]
    first = [("Муниципалитет",)]
    numbered = draw(st.booleans())
    paths = [*([("№ п/п",)] if numbered else []), *first, *paths]
    names = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=5, unique=True))
    values = [[cell(draw) for _ in paths[1 + numbered :]] for _ in names]
    rows = [
        [*([n] if numbered else []), name, *line]
        for n, (name, line) in enumerate(zip(names, values, strict=True), 1)
    ]
    told_years = [year for year in years for _ in measures or ((),)]
    return draw(laid(paths, rows, True)), names, values, told_years, int(numbered)


def as_year(year):
    return st.sampled_from((year, str(year), f"{year} г.", f"{year} год"))


def canonical(value):
    return f"{value:g}" if isinstance(value, float) else value.replace(",", ".")


@SETTINGS
@given(case=foreign())
def test_a_foreign_table_gives_its_rows_however_it_is_laid_out(case):
    sent, names, values, years, place = case
    received = receive("файл", sent.content, REGISTER)
    (grid,) = received.unknown
    guess = recipe_guesses.columns(grid, indicator_value, REGISTER)
    assert [g.rule.place for g in guess if g.rule.gives == "oktmo"] == [place]
    assert [years_in(grid.header[place + 1 + n]) for n in range(len(years))] == [
        [year] for year in years
    ]
    columns = [
        by_year(year, indicator=f"IND-{n}", first=place + 1 + n)[0] for n, year in enumerate(years)
    ]
    rule = of_grid(grid, (ColumnRule(place, "oktmo"), *columns))
    files, problems = recipe_reading.read(rule, grid.whole, "файл", REGISTER)
    expected = {
        (row, PLACES[name], str(year), f"IND-{n}"): canonical(value)
        for row, name, line in zip(sent.rows, names, values, strict=True)
        for n, (value, year) in enumerate(zip(line, years, strict=True))
        if value is not None and value not in MARKS
    }
    found = {
        (row, line["oktmo"], line["year"], line["indicator"]): canonical(line["value"])
        for read in files
        for row, line in zip(read.places.to_pylist(), read.rows.to_pylist(), strict=True)
    }
    assert found == expected and sum(len(read.rows) for read in files) == len(expected)
    marks = {(p.value, p.column) for p in problems if p.rule == "mark_asked"}
    assert marks == {
        (value, grid.header[place + 1 + n])
        for line in values
        for n, value in enumerate(line)
        if value in MARKS
    }
    told = {p.row: p.rule for p in [*received.problems, *problems] if p.rule.startswith("skipped")}
    assert told == {row: rule for row, rule in sent.told.items() if row > grid.header_row} | {
        row: "skipped_title" for row in sent.told if row <= grid.header_row
    }
    hidden = [(p.row, p.expected) for p in problems if p.rule == "hidden_rows"]
    assert hidden == ([(sent.hidden[0], str(len(sent.hidden)))] if sent.hidden else [])


@st.composite
def declared(draw):
    """A table of training, its rows and the layout of its header."""
    groups = draw(st.sampled_from(((), ("Педагоги",), ("Кадры", "Педагоги"), ("А", "Б", "В"))))
    paths = [("Код школы",), ("Год",), (*groups, "Всего педагогов"), (*groups, "Обучено")]
    many = draw(st.integers(1, 5))
    rows = [
        (f"60-{n}", 2021, draw(st.integers(20, 90)), draw(st.integers(0, 20))) for n in range(many)
    ]
    return draw(laid(paths, rows, False)), rows


@SETTINGS
@given(case=declared())
def test_a_declared_table_gives_its_rows_however_it_is_laid_out(case):
    sent, rows = case
    received = receive("файл", sent.content, REGISTER)
    assert [p for p in received.problems if p.level == "stop"] == []
    assert rows_of(received) == [tuple(map(str, row)) for row in rows]
    assert received.files[0].places.to_pylist() == sent.rows
    told = {p.row: p.rule for p in received.problems if p.rule.startswith("skipped")}
    assert told == sent.told
