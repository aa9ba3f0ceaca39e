"""Write a story as PDF, 16:9 for a screen and A4 for paper: PDF/UA-1 by typst, as cards are.

Only the compiler's own fonts are used. A sign that none of them has would stop it, for nobody could
read it: such a sign is written by its number.
"""

import json
import re
import threading
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from components.base.i18n import Words
from components.slides.files import fitting, said
from components.slides.files.figures import Figure, Figures
from components.slides.story import Story
from data.invisible_signs import shown

Paper = Literal["wide", "a4"]
TEMPLATE = Path(__file__).with_name("story.typ")
PROBE = Path(__file__).with_name("sign.typ")
KNOWN = "\u04ff"
"""The last of the signs that the fonts have without a question: Latin, Greek and Cyrillic."""

TEXTS = ("table", "notes", "no_rows")
BREAK = "\N{ZERO WIDTH SPACE}"
_LONG_WORD = re.compile(rf"\S{{{fitting.LONGEST_WORD}}}(?=\S)")

_own = threading.local()


def pdf(story: Story, figures: Figures, paper: Paper) -> bytes:
    """Write a story; the same story is the same bytes."""
    words = Words(story.language)
    told = {
        "paper": paper,
        "name": _readable(story.name),
        "language": story.language,
        "print": said.fingerprint(story),
        "words": {name: words(f"slide_files.{name}") for name in TEXTS},
        "slides": [_slide(story, number, figure) for number, figure in enumerate(figures)],
    }
    return _compiled(TEMPLATE, story=json.dumps(told, ensure_ascii=False))


def _slide(story: Story, number: int, figure: Figure | None) -> dict[str, Any]:
    slide = story.slides[number]
    tables = fitting.tables(slide) if slide.rows else []
    return {
        "finding": _broken(slide.finding),
        "detail": _broken(slide.detail),
        "scope": _broken(slide.scope),
        "mark": _readable(slide.demonstration),
        "source": _broken(said.origin(slide)),
        "version": _broken(said.version(slide)),
        "svg": _readable(figure.svg) if figure else "",
        "ratio": figure.width / figure.height if figure else 1,
        "alt": _readable(said.description(slide)),
        "notes": [_readable(note) for note in said.notes(story, number)],
        "parts": [
            {
                "head": [_broken(text) for text in table.head],
                "rows": [[_broken(text) for text in row] for row in table.rows],
                "widths": table.widths,
                "numbers": table.numbers,
            }
            for table in tables
        ],
    }


def _broken(text: str) -> str:
    """Let a word of hundreds of letters be broken; hyphens by syllables come before that."""
    return _LONG_WORD.sub(lambda part: part[0] + BREAK, _readable(text))


def _readable(text: str) -> str:
    """Write signs that no font has by their numbers, as in «Школа [U+1F600]»."""
    seen = shown(text)
    if max(seen, default="") <= KNOWN:
        return seen
    return "".join(sign if _is_drawn(sign) else f"[U+{ord(sign):04X}]" for sign in seen)


@cache
def _is_drawn(sign: str) -> bool:
    if sign <= KNOWN:
        return True
    try:
        _compiled(PROBE, sign=sign)
    except typst.TypstError:
        return False
    return True


def _compiled(template: Path, **inputs: str) -> bytes:
    made = _compiler(template).compile(
        format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
    )
    assert isinstance(made, bytes)  # a PDF is one file, and no file was named for it
    return made


def _compiler(template: Path) -> typst.Compiler:
    """Give this thread its compiler, which keeps what it has read of fonts and template."""
    if not hasattr(_own, "compilers"):
        _own.compilers = {}
    if template not in _own.compilers:
        _own.compilers[template] = typst.Compiler(str(template), ignore_system_fonts=True)
    compiler: typst.Compiler = _own.compilers[template]
    return compiler
