"""Write the data of a story as one ZIP: a CSV of both kinds for each slide, and what they are."""

from datetime import date
from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.downloads import FileColumn, excel_csv, machine_csv
from components.slides import cell_texts
from components.slides.files import said, same_bytes
from components.slides.slide import Cell, Column, Slide
from components.slides.story import Story
from data.invisible_signs import shown

ABOUT = "about.txt"
FILE_KINDS: dict[str, Any] = {"year": "integer"}
"""Kinds of a slide's columns that files call otherwise."""


def data(story: Story) -> bytes:
    """Write a story's rows; the same story is the same bytes."""
    files = {ABOUT: _about(story)}
    for number, slide in enumerate(story.slides):
        frame, columns, about = _frame(slide), _columns(slide), said.about(slide, slide.finding)
        for name, write in zip(_names(number, slide), (excel_csv, machine_csv), strict=True):
            files[name] = write(frame, columns, about)
    return same_bytes.archive(files)


def _names(number: int, slide: Slide) -> tuple[str, str]:
    name = f"{number + 1:02}_{slide.page}.csv"
    return f"excel/{name}", f"machine/{name}"


def _columns(slide: Slide) -> list[FileColumn]:
    return [
        FileColumn(column.key, column.title, FILE_KINDS.get(column.kind, column.kind))
        for column in slide.columns
    ]


def _frame(slide: Slide) -> pd.DataFrame:
    """Give a slide's rows as files read them: days as days, gaps as gaps."""
    return pd.DataFrame(
        {
            column.key: pd.Series([_cell(row[at], column) for row in slide.rows], dtype=object)
            for at, column in enumerate(slide.columns)
        },
        index=range(len(slide.rows)),
    )


def _cell(cell: Cell, column: Column) -> Any:
    if cell is None or cell_texts.missing(cell):
        return None
    return date.fromisoformat(str(cell)) if column.kind == "date" else cell


def _about(story: Story) -> bytes:
    """Say of every file what it holds, from where, and which slides these are."""
    words = Words(story.language)
    lines = [
        f"{words('slide_files.about')}: {story.name}",
        words("slide_files.story_fingerprint", digits=story.fingerprint),
    ]
    for number, slide in enumerate(story.slides):
        excel, machine = _names(number, slide)
        lines += [
            "",
            f"{words('slide_files.slide', n=number + 1)}. {slide.finding}",
            *filter(None, [slide.detail]),
            words("slide_files.file", excel=excel, machine=machine),
            words("slide_files.rows", n=len(slide.rows)),
            *said.notes(story, number),
        ]
    # A mark of the encoding and line ends of old, for the plainest programs that show texts.
    return "\r\n".join(shown(line) for line in lines).encode("utf-8-sig")
