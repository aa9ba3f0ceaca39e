"""Files of a story: PPTX, HTML, PDF of two sizes and the data, each made of its slides alone.

A new form is a function of a story and its figures that gives bytes, and its line in `FORMS`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from components.downloads import file_name as named
from components.slides.files import data_files, deck, figures, paper, said, web
from components.slides.files.figures import Figures
from components.slides.story import Story

Form = Literal["pptx", "html", "pdf_wide", "pdf_a4", "data"]


@dataclass(frozen=True)
class _Writing:
    write: Callable[[Story, Figures], bytes]
    ending: str
    mime: str


_WRITINGS: dict[Form, _Writing] = {
    "pptx": _Writing(
        deck.pptx,
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "html": _Writing(web.html, "html", "text/html"),
    "pdf_wide": _Writing(partial(paper.pdf, paper="wide"), "pdf", "application/pdf"),
    "pdf_a4": _Writing(partial(paper.pdf, paper="a4"), "pdf", "application/pdf"),
    "data": _Writing(lambda story, _: data_files.data(story), "zip", "application/zip"),
}
FORMS: tuple[Form, ...] = tuple(_WRITINGS)
"""In the order of their buttons; each has its title in `slide_files.form`."""

TYPES = {form: writing.mime for form, writing in _WRITINGS.items()}
PRINT = 8
"""Signs of the story's fingerprint in a name: two files of one story are known by them."""


def made(
    story: Story,
    forms: Iterable[Form] = FORMS,
    progress: Callable[[float], object] = lambda share: None,
) -> dict[Form, bytes]:
    """Make files of a story of one slide at least; figures are drawn once for all of them.

    `progress` is told after every figure and file which share of all is done.
    """
    asked = tuple(forms)
    steps = len(story.slides) + len(asked)
    drawn = []
    for done, slide in enumerate(story.slides, 1):
        drawn.append(figures.figure(slide))
        progress(done / steps)
    files: dict[Form, bytes] = {}
    for done, form in enumerate(asked, len(story.slides) + 1):
        files[form] = _WRITINGS[form].write(story, tuple(drawn))
        progress(done / steps)
    return files


def file_name(story: Story, form: Form) -> str:
    """Name a file by its story, fingerprint and version, and by the mark of a demonstration."""
    about = said.about(story.slides[0], story.name)
    size = {"pdf_wide": "16x9", "pdf_a4": "a4"}.get(form, "")
    scope = "_".join(filter(None, (size, story.fingerprint[:PRINT])))
    return named(story.name, scope, about, _WRITINGS[form].ending)
