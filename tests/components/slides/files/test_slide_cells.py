"""Cells as they are read, and how tables are parted without leaving anything out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.slides import cell_texts
from components.slides.files import deck_tables, fitting
from components.slides.slide import Column
from tests import stories

NBSP, MINUS, GAP = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}", "\N{EM DASH}"


def written(kind, *cells, language="ru"):
    slide = stories.slide(
        language, columns=(Column("a", "Доля", kind),), rows=tuple((cell,) for cell in cells)
    )
    return [text for (text,) in cell_texts.texts(slide)]


@pytest.mark.parametrize(
    ("kind", "cells", "texts"),
    [
        ("percent", (31.25, 0.0, None), ["31,2", "0,0", GAP]),
        ("percent", (31.0, -0.04), ["31", "0"]),
        ("decimal", (1.5, 0.047, 1e-9), ["1,500", "0,047", "0,000"]),
        ("integer", (1234567, -5), [f"1{NBSP}234{NBSP}567", f"{MINUS}5"]),
        ("date", ("2022-11-17", None), ["17.11.2022", GAP]),
        ("year", (2022,), ["2022"]),
        ("text", ("", "=1+1"), ["", "=1+1"]),
        ("decimal", (float("nan"), 2.0), [GAP, "2"]),
    ],
)
def test_cells_are_written_for_their_reader(kind, cells, texts):
    assert written(kind, *cells) == texts


def test_english_cells_have_english_separators():
    assert written("integer", 1234, language="en") == ["1,234"]
    assert written("percent", 31.5, language="en") == ["31.5"]


def test_a_heading_says_its_unit_once():
    columns = (Column("a", "Доля", "percent"), Column("b", "Доля, %", "percent"))
    assert cell_texts.headings(stories.slide(columns=columns)) == ("Доля, %", "Доля, %")


@given(st.lists(st.floats(0.1, 9), max_size=40), st.floats(1, 5))
def test_pages_hold_every_row_once_and_no_more_than_their_room(heights, room):
    found = list(fitting.pages(heights, room))
    assert [at for start, end in found for at in range(start, end)] == list(range(len(heights)))
    for start, end in found:
        assert end - start == 1 or sum(heights[start:end]) <= room + 1e-9


@given(st.text(alphabet="абв ГД\n", max_size=200), st.integers(3, 40))
def test_lines_are_enough_for_the_letters(text, room):
    assert fitting.lines([text], [room]) * room >= len(text.replace(" ", "").replace("\n", ""))


@pytest.mark.parametrize("count", [1, 9, 10, 17, 18, 40])
def test_a_wide_table_goes_on_with_its_first_column(count):
    columns = tuple(Column(f"c{at}", f"c{at}", "integer") for at in range(count))
    slide = stories.slide(columns=columns, rows=(tuple(range(count)),))
    heads = [table.head for table in fitting.tables(slide)]
    seen = [name for at, head in enumerate(heads) for name in (head if at == 0 else head[1:])]
    assert seen == [column.title for column in columns]
    assert all(head[0] == "c0" and len(head) <= fitting.MOST_COLUMNS for head in heads)


def test_a_row_taller_than_a_slide_stands_alone_in_smaller_type():
    columns = (Column("a", "Название", "text"), Column("b", "Мера", "text"))
    slide = stories.slide(columns=columns, rows=(("а", "слово " * 500), ("б", "в")))
    (table,) = fitting.tables(slide)
    first, second = deck_tables.parts(table, 12, 4.5)
    assert first.size < 12 <= second.size
    assert sum(first.heights) <= 4.5
