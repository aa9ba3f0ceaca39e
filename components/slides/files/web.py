"""Write a story as one HTML file that asks nothing of any network and runs no other's script."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.slides import cell_texts
from components.slides.files import said
from components.slides.files.figures import Figure, Figures
from components.slides.slide import Slide
from components.slides.story import Story

TEXTS = ("table", "notes", "no_rows", "back", "on")
DECIMALS = 1
"""Of a place in a figure, px: maps have thousands of places with fifteen digits each."""

_PATHS = re.compile(r' d="([^"]*)"')
_LONG = re.compile(r"-?\d+\.\d{2,}")
_NAMED = re.compile(r'(\bid="|url\(#|href="#)')


def html(story: Story, figures: Figures) -> bytes:
    """Write a story; the same story is the same bytes."""
    words = Words(story.language)
    page = written(
        "slides/files/story.html",
        language=story.language,
        name=story.name,
        program=said.program(words),
        fingerprint=story.fingerprint,
        short_fingerprint=said.fingerprint(story),
        style=_file("story.css"),
        style_hash=_hash("story.css"),
        script=_file("story.js"),
        script_hash=_hash("story.js"),
        words={name: words(f"slide_files.{name}") for name in TEXTS},
        slides=[_slide(story, number, figure) for number, figure in enumerate(figures)],
    )
    return page.encode()


def _slide(story: Story, number: int, figure: Figure | None) -> dict[str, Any]:
    slide, words = story.slides[number], Words(story.language)
    numbers = [cell_texts.is_number(column) for column in slide.columns]
    return {
        "finding": slide.finding,
        "detail": slide.detail,
        "scope": slide.scope,
        "svg": figure and _inline(figure, number),
        "description": said.description(slide),
        "head": list(zip(cell_texts.headings(slide), numbers, strict=True)),
        "rows": _rows(slide) if slide.columns else [],
        "notes": said.notes(story, number),
        "mark": slide.demonstration,
        "source": said.source(slide),
        "place": words("slide_files.place", n=number + 1, count=len(story.slides)),
    }


def _rows(slide: Slide) -> list[list[tuple[str, str]]]:
    """Give each cell its text, and a number's own value with all its decimals for programs."""
    numbers = [cell_texts.is_number(column) for column in slide.columns]
    return [
        [
            (text, repr(cell) if number and not cell_texts.missing(cell) else "")
            for text, cell, number in zip(texts, cells, numbers, strict=True)
        ]
        for texts, cells in zip(cell_texts.texts(slide), slide.rows, strict=True)
    ]


def _inline(figure: Figure, number: int) -> Markup:
    """Give a figure as part of a page: names of its own, and no more digits than are seen."""
    paths = _PATHS.sub(lambda path: f' d="{_LONG.sub(_short, path[1])}"', figure.svg)
    return Markup(_NAMED.sub(rf"\g<1>s{number + 1}-", paths))


def _short(number: re.Match[str]) -> str:
    return f"{float(number[0]):.{DECIMALS}f}".removesuffix(".0")


@cache
def _file(name: str) -> Markup:
    return Markup(Path(__file__).with_name(name).read_text("utf-8"))


@cache
def _hash(name: str) -> str:
    """Give the sum by which a browser knows our style and script, and refuses any other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(_file(name).encode()).digest()).decode()}"
