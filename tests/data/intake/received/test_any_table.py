"""Any sound table, written and spoilt as people do: the same rows, or a remark at the true row."""

import datetime
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from sent_files import REGISTER, ods, text, xlsx
from sqlalchemy import Boolean, Date, Double, Enum, Integer

from data.intake.declared.checks import faults
from data.intake.received.receive import receive
from data.intake.spelling.vocabulary import headings, labels
from data.schema import (
    INTAKE_TABLES,
    assessment_result,
    mentorship,
    municipal_report,
    school,
    training,
)

# No database of examples: a test leaves nothing beside the project.
SETTINGS = settings(max_examples=60, database=None)
ROSTOV = REGISTER.within("60")
TABLES = (training, school, assessment_result, mentorship, municipal_report)
NAMES = {
    "60704000": ("60704000", "г. Азов", "ГОРОД АЗОВ", "60704000001"),
    "60609000": ("Весёловский район",),
}
MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа")
MONTHS += ("сентября", "октября", "ноября", "декабря")


def clean(column, number):
    """Give the canonical texts a cell of a column may hold; keys differ by row."""
    if column.name == "oktmo":
        return st.sampled_from(sorted(NAMES))
    if column.name == "year":
        return st.just(str(2000 + number))
    if column.primary_key and not isinstance(column.type, Enum | Integer | Date):
        return st.just(f"№ {number}-а")
    if isinstance(column.type, Boolean):
        return st.sampled_from(("true", "false"))
    if isinstance(column.type, Enum):
        return st.sampled_from(column.type.enums)
    if isinstance(column.type, Integer):
        return st.integers(1, 12).map(str)
    if isinstance(column.type, Double):
        return st.integers(0, 1000).map(lambda n: f"{n / 10:g}")
    if isinstance(column.type, Date):
        return st.dates(datetime.date(2001, 1, 1), datetime.date(2049, 1, 1)).map(str)
    return st.sampled_from(("Школа «Луч»", "приказ № 5; с приложением", "ё, е", "две\nстроки", "x"))


@st.composite
def as_written(draw, column, value, typed):
    """Write a canonical text the way someone might, as a typed cell or as words."""
    if value is None:
        return None
    if column.name == "oktmo":
        return draw(st.sampled_from(NAMES[value]))
    if column in LABELLED:
        word = draw(st.sampled_from([w for w in labels(column)[value] if w in LABELLED[column]]))
        return draw(st.sampled_from((word, word.upper(), f" {word} ")))
    if isinstance(column.type, Integer):
        n = int(value)
        grouped = f"{n:,}".replace(",", draw(st.sampled_from((" ", "\u00a0", "\u2009", "\u202f"))))
        return draw(st.sampled_from(([n, float(n)] if typed else []) + [value, grouped, f"{n},0"]))
    if isinstance(column.type, Double):
        forms = [value.replace(".", ","), f" {value} ", f"{value} %"]
        return draw(st.sampled_from(([float(value)] if typed else []) + forms))
    if isinstance(column.type, Date):
        day = datetime.date.fromisoformat(value)
        forms = [f"{day:%d.%m.%Y}", value, f"{day.day} {MONTHS[day.month - 1]} {day.year} г."]
        return draw(st.sampled_from(([day] if typed else []) + forms))
    return draw(st.sampled_from((value, f"\u00a0{value}  ")))


def unambiguous(column):
    """Words that stand for one code of a column only."""
    words = [word for found in labels(column).values() for word in found]
    return {word for word in words if words.count(word) == 1}


LABELLED = {c: unambiguous(c) for table in TABLES for c in table.columns if labels(c)}


@dataclass
class Sent:
    """A file's bytes, the rows it means, and what was done at which row of it."""

    content: bytes = field(repr=False)
    table: object
    rows: list
    places: list
    skipped: set = field(default_factory=set)
    broken: dict = field(default_factory=dict)


@st.composite
def sound_rows(draw, table):
    rows = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        row = [draw(clean(column, number)) for column in table.columns]
        rows.append(
            [
                None if column.nullable and draw(st.integers(0, 3)) == 0 else value
                for column, value in zip(table.columns, row, strict=True)
            ]
        )
    return rows


@st.composite
def sent(draw, breaking=False):
    table = draw(st.sampled_from(TABLES))
    rows = draw(sound_rows(table))
    kind = draw(st.sampled_from((xlsx, ods, text)))
    columns = draw(st.permutations(list(table.columns)))
    order = [list(table.columns).index(column) for column in columns]
    header = [draw(heading_of(table, column)) for column in columns]
    shift = draw(st.integers(0, 2))
    width = shift + len(columns)
    out = Sent(b"", table, rows, [])
    lines = [["Сведения за год", *[None] * (width - 1)]] * draw(st.integers(0, 2))
    out.skipped |= set(range(1, len(lines) + 1))
    lines = [*lines, *[[None] * width] * draw(st.integers(0, 2)), [*[None] * shift, *header]]
    for row in rows:
        lines += [[None] * width] * draw(st.sampled_from((0, 0, 0, 1)))
        cells = [
            draw(as_written(columns[n], row[at], kind is not text)) for n, at in enumerate(order)
        ]
        lines.append([*[None] * shift, *cells])
        out.places.append(len(lines))
    if breaking:
        damage(draw, out, lines, columns, shift)
    if draw(st.booleans()):
        lines.append([*[None] * shift, "Итого", *[None] * (len(columns) - 2), 5])
        out.skipped.add(len(lines))
    if draw(st.booleans()):
        lines.append(["* по данным муниципалитетов", *[None] * (width - 1)])
        out.skipped.add(len(lines))
    out.content = kind(lines) if kind is not text else dialect(draw, lines)
    return out


@st.composite
def heading_of(draw, table, column):
    """A heading that means this column of this table, in someone's case and with ё or without."""
    own = headings(table)
    words = [w for w in own[column.name] if sum(w in other for other in own.values()) == 1]
    word = draw(st.sampled_from(words))
    return draw(st.sampled_from((word, word.upper(), word.replace("ё", "е"), f" {word} *")))


def dialect(draw, lines):
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1251")))
    if encoding == "cp1251":
        lines = [
            [
                c.replace("\u2009", " ").replace("\u202f", " ") if isinstance(c, str) else c
                for c in cells
            ]
            for cells in lines
        ]
        lines = [[fits_cp1251(cell) for cell in cells] for cells in lines]
    return text(lines, draw(st.sampled_from(";,\t")), encoding)


def fits_cp1251(cell):
    """A tick is no letter of the old encoding: who has it writes a word."""
    said = cell.strip() if isinstance(cell, str) else cell
    return "да" if said in ("✓", "✔", "√", "☑") else "нет" if said in ("✗", "✘", "☐") else cell


def damage(draw, out, lines, columns, shift):
    """Spoil one required cell so that no reader may take it."""
    row = draw(st.integers(0, len(out.places) - 1))
    spoilt = [n for n, c in enumerate(columns) if not c.nullable and BROKEN.get(kind_of(c))]
    place = draw(st.sampled_from(spoilt))
    word = draw(st.sampled_from(BROKEN[kind_of(columns[place])]))
    lines[out.places[row] - 1][shift + place] = word
    out.broken[out.places[row]] = columns[place].name


def kind_of(column):
    return "oktmo" if column.name == "oktmo" else type(column.type)


BROKEN = {
    "oktmo": ("Азов", "Каменский", "Нигде", "6070400", None),
    Integer: ("много", "12,5", "1 2", "1e3", "012", "-", None),
    Double: ("около 5", "1,2,3", None),
    Date: ("17.11.22", "31.02.2021", "сентябрь", "2021-13-01", None),
    Enum: ("не такой", "§", None),
    Boolean: ("может быть", "2", None),
}


@SETTINGS
@given(case=sent())
def test_a_sound_table_gives_its_rows_however_it_is_written(case):
    received = receive("файл", case.content, ROSTOV)
    assert [p for p in received.problems if p.level != "note"] == []
    assert [file.table for file in received.files] == [case.table]
    file = received.files[0]
    assert [list(row.values()) for row in file.rows.to_pylist()] == case.rows
    assert file.places.to_pylist() == case.places
    assert {p.row for p in received.problems if p.rule.startswith("skipped")} == case.skipped


@SETTINGS
@given(case=sent(breaking=True))
def test_a_spoilt_cell_is_named_at_its_row_and_no_row_is_lost(case):
    received = receive("файл", case.content, ROSTOV)
    file = received.files[0]
    assert file.places.to_pylist() == case.places
    stopped = [p for p in received.problems if p.level == "stop"] or faults(file, {})
    assert set(case.broken.items()) <= {(p.row, p.column) for p in stopped}


@SETTINGS
@given(case=sent(), data=st.data())
def test_spoilt_bytes_never_raise(case, data):
    start = data.draw(st.integers(0, len(case.content)))
    stop = data.draw(st.integers(start, min(start + 40, len(case.content))))
    junk = data.draw(st.binary(max_size=20) | st.sampled_from((b'"', b"\n", b"\0", b";")))
    received = receive("файл", case.content[:start] + junk + case.content[stop:], ROSTOV)
    assert received.files or received.unknown or received.problems


@SETTINGS
@given(content=st.binary(max_size=300), table=st.none() | st.sampled_from(INTAKE_TABLES))
def test_any_bytes_are_answered(content, table):
    received = receive("файл", content, ROSTOV, table)
    assert received.files or received.unknown or received.problems
