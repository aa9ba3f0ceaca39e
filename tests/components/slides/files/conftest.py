"""Make every story's files once: they are only read."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property

import pytest
from pptx import Presentation
from pypdf import PdfReader

from components.slides import files
from components.slides.story import Story
from tests import stories

MADE = {}


@dataclass(frozen=True)
class Made:
    """A story, its files, and how they are read."""

    story: Story
    files: dict
    progress: list

    @cached_property
    def deck(self):
        return Presentation(io.BytesIO(self.files["pptx"]))

    @cached_property
    def html(self):
        return self.files["html"].decode()

    def pdf(self, form):
        return PdfReader(io.BytesIO(self.files[form]))

    @cached_property
    def said(self):
        """What is written on each page of both papers."""
        forms = ("pdf_wide", "pdf_a4")
        return {form: [page.extract_text() for page in self.pdf(form).pages] for form in forms}

    def data(self):
        with zipfile.ZipFile(io.BytesIO(self.files["data"])) as packed:
            return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(autouse=True)
def ready_store(own_store, built, monkeypatch):
    monkeypatch.setenv("MONITOR_STORE", str(built.folder))


@pytest.fixture(params=["ru", "en", "absurd"])
def made(request, ready_store):
    """Give a story with its files: of the demonstration in both languages, and an absurd one."""
    if request.param not in MADE:
        absurd = request.param == "absurd"
        story = stories.absurd() if absurd else stories.of_demonstration(request.param)
        progress = []
        MADE[request.param] = Made(story, files.made(story, progress=progress.append), progress)
    return MADE[request.param]
