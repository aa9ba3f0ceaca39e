"""Every number of the slides in every file of their story, read back by machine."""

import math

import pytest
from reading import Tables, deck_tables, lines, number, pressed

from components.slides import cell_texts
from data.intake.spelling.formula_guard import guarded
from data.invisible_signs import shown

KEPT = 6
"""Decimals that files of data keep."""


def tabled(story):
    return [slide for slide in story.slides if slide.columns and slide.rows]


def seen(slide):
    """The texts of a slide's rows, as every file shows them."""
    return [[shown(text) for text in row] for row in cell_texts.texts(slide)]


def close(read, cell, column):
    most = cell_texts.MOST[column.kind]
    if cell is None or read is None:
        return read is cell
    return math.isclose(read, cell, abs_tol=0.5 * 10**-most + 1e-9)


def test_what_is_shown_is_the_number_itself(made):
    """No gap is a zero, no zero a gap, and no number is off by more than its last decimal."""
    for slide in tabled(made.story):
        for row, texts in zip(slide.rows, cell_texts.texts(slide), strict=True):
            for cell, text, column in zip(row, texts, slide.columns, strict=True):
                if cell_texts.is_number(column):
                    assert close(number(text, slide.language), cell, column), (cell, text)


def test_the_presentation_has_every_cell_in_its_order(made):
    found = list(deck_tables(made.deck))
    for slide in tabled(made.story):
        rest = seen(slide)
        columns = len(slide.columns)
        if columns > 9:  # parted by columns, the first of which is repeated
            for start in range(1, columns, 8):
                own = [0, *range(start, min(start + 8, columns))]
                _, *rows = found.pop(0)
                assert rows == [[row[at] for at in own] for row in rest]
            continue
        while rest:
            head, *rows = found.pop(0)
            assert head == [shown(title) for title in cell_texts.headings(slide)]
            # A tab is a tab of the paragraph, a line end a paragraph of its own.
            assert rows == rest[: len(rows)]
            rest = rest[len(rows) :]
    assert not found


def test_the_page_has_every_cell_with_all_its_decimals(made):
    found = Tables(made.html).tables
    assert len(found) == len(tabled(made.story))
    for slide, (head, *rows) in zip(tabled(made.story), found, strict=True):
        assert [text for text, _ in head] == [shown(t) for t in cell_texts.headings(slide)]
        assert [[text for text, _ in row] for row in rows] == seen(slide)
        for row, read in zip(slide.rows, rows, strict=True):
            for cell, (_, value), column in zip(row, read, slide.columns, strict=True):
                if cell_texts.is_number(column):
                    assert (None if value is None else float(value)) == cell


@pytest.mark.parametrize("form", ["pdf_wide", "pdf_a4"])
def test_the_paper_has_every_row_in_its_order(made, form):
    paper = pressed("".join(made.said[form]))
    at = 0
    for slide in tabled(made.story):
        for row in seen(slide):
            if len(row) <= 9 and all(is_plain(text) for text in row):
                at = paper.find(pressed("".join(row)), at)
                assert at >= 0, row
                at += 1


def is_plain(text):
    """Tell whether a text is drawn as it is: no broken word, no sign that fonts do not have."""
    return len(text) < 24 and all(sign <= "\u04ff" or sign in "—−№" for sign in text)


def test_most_rows_are_plain_so_that_paper_is_looked_at(made):
    rows = [row for slide in tabled(made.story) for row in seen(slide)]
    assert sum(all(is_plain(text) for text in row) for row in rows) > 0.8 * len(rows)


def test_the_data_have_every_cell_with_all_its_decimals(made):
    files = made.data()
    for at, slide in enumerate(made.story.slides, 1):
        head, *rows = lines(files[f"machine/{at:02}_{slide.page}.csv"], "utf-8", ",")
        count = len(slide.columns)
        assert head[:count] == [column.key for column in slide.columns]
        assert len(rows) == (len(slide.rows) if count else 0)
        for row, read in zip(slide.rows, rows, strict=bool(count)):
            for cell, text, column in zip(row, read, slide.columns, strict=False):
                if cell is None:
                    assert text == ""
                elif column.kind in ("decimal", "percent", "integer"):
                    assert float(text) == pytest.approx(cell, abs=10**-KEPT)
                else:
                    assert text == (guarded(str(cell)) if column.kind == "text" else str(cell))


def test_excel_reads_the_same_numbers(made):
    files = made.data()
    for at, slide in enumerate(made.story.slides, 1):
        _, *rows = lines(files[f"excel/{at:02}_{slide.page}.csv"], "utf-8-sig", ";")
        for row, read in zip(slide.rows if slide.columns else (), rows, strict=True):
            for cell, text, column in zip(row, read, slide.columns, strict=False):
                if column.kind in ("decimal", "percent", "integer"):
                    value = float(text.replace(",", ".")) if text else None
                    assert value == (None if cell is None else pytest.approx(cell, abs=10**-KEPT))
                elif column.kind == "text" and cell is not None:
                    assert text == guarded(cell)
