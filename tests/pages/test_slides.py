"""Slides put into the show from pages: rows are those of the files, words those of the page."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from streamlit.runtime.context import ContextProxy
from streamlit.runtime.media_file_manager import MediaFileManager

from components.base.i18n import Words
from components.shell.internal_view import INTERNAL
from components.slides import pictures
from components.slides.shelf import SHELF
from tests.pages import seen
from tests.pages.conftest import through_app
from tests.pages.test_low_performing import HERE

RU = Words("ru")
ROSTOV = {"region": "60", "year": 2022, "language": "ru"}
VIEWS = {
    "overview": ("overview", {}),
    "matrix": ("heatmap", {}),
    "map": ("heatmap", {"display": "map", "indicator": "IND-07-VPR"}),
    "cells of years": ("heatmap", {"display": "cells", "axis": "years"}),
    "one municipality": ("heatmap", {"municipality": "60650000"}),
    "trends": ("dynamics", {"indicator": "IND-07-VPR"}),
    "funnel": ("dynamics", {"indicator": "IND-07-VPR", "part": "funnel"}),
    "parts": ("dynamics", {"indicator": "IND-07-VPR", "part": "panel"}),
    "a waterfall": ("dynamics", {"region": "75", "indicator": "IND-07-VPR", "part": "panel"}),
    "comparison": ("dynamics", {"indicator": "IND-07-VPR", "part": "comparison"}),
    "a count": ("dynamics", {"indicator": "IND-03"}),
    "the gap": ("mentoring", {}),
    "coverage": ("mentoring", {"desk": "coverage", "on": "2022-05-31"}),
    "network": ("mentoring", {"desk": "network"}),
    "what if": ("mentoring", {"desk": "what_if", "more_mentors": 2}),
    "measures": ("roadmaps", {}),
    "completion": ("roadmaps", {"desk": "completion"}),
    "workload": ("roadmaps", {"desk": "workload"}),
    "overdue": ("roadmaps", {"desk": "overdue"}),
    "facts": ("roadmaps", {"region": "75", "desk": "facts"}),
    "lists": ("low_performing", {}),
    "events": ("events", {}),
    "decisions": ("recommendations", {}),
    "marks": ("recommendations", {"desk": "marks"}),
    "project year": ("project_year", {}),
    "directory": ("schools", {"municipality": "60650000"}),
    "risk factors": ("risks", {}),
    "answers to risks": ("risks", {"desk": "answers", "factor": "RF-STAFF"}),
    "whom to act on": ("decisions", {}),
    "a meeting": ("decisions", {"desk": "meeting"}),
    "how many to help": ("decisions", {"desk": "power"}),
}
"""Views in which every figure and main table stands."""


@pytest.fixture
def shelf(reader):
    """The slides that the reader has in the show; others find it empty again."""
    reader.session_state[SHELF] = []
    yield lambda: [slide for _, slide in reader.session_state[SHELF]]
    reader.session_state[SHELF] = []


@pytest.fixture
def put(open_page, shelf, monkeypatch):
    """Put everything that a view offers into the show: slides, and the CSV beside each."""
    made, register = [], MediaFileManager.add_deferred

    def noted(manager, make, *args, **more):
        made.append(make)
        return register(manager, make, *args, **more)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noted)

    def putting(page, link):
        made.clear()
        app = open_page(page, **ROSTOV | link)
        files = [content for make in made if is_machine_csv(content := make())]
        keys = [button.key for button in app.button if str(button.key).endswith("_show")]
        for key in keys:
            app.button(key=key).click()
            through_app(app)
            app.run()
            assert not app.exception, app.exception[0].message
        return app, shelf(), files

    return putting


def is_machine_csv(content):
    return b"program_version" in content.partition(b"\n")[0]


def told(cell):
    """A cell as the CSV has it."""
    if cell is None:
        return ""
    return f"{cell:.6f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)


def of_file(content, keys):
    """The same columns of a CSV, numbers in one writing."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    return [[plain(row.get(key, "")) for key in keys] for row in rows]


def plain(text):
    try:
        return told(float(text)) if re.fullmatch(r"-?\d+\.\d+(e-?\d+)?", text) else text
    except ValueError:
        return text


@pytest.mark.parametrize("view", VIEWS)
def test_a_slide_has_the_rows_of_the_file_and_the_sentence_of_the_page(put, view):
    app, slides, files = put(*VIEWS[view])
    assert slides and len(slides) == len(files)
    said = [text.replace("**", "") for text in seen.texts(app)]
    whole = re.sub(r"\s", " ", " ".join(said))
    for slide in slides:
        keys = [column.key for column in slide.columns]
        rows = [[plain(told(cell)) for cell in row] for row in slide.rows]
        assert rows and any(rows == of_file(content, keys) for content in files)
        sentence = re.sub(r"\s", " ", slide.finding)
        assert all(part in whole for part in re.split(r" · |: ", sentence)), sentence
        assert slide.demonstration == RU("demonstration.mark")
        assert slide.page == VIEWS[view][0] and slide.link.startswith(f"{slide.page}?region=")


@pytest.mark.parametrize("view", VIEWS)
def test_what_an_office_program_draws_are_cells_of_the_table(put, view):
    _, slides, _ = put(*VIEWS[view])
    for slide in slides:
        if slide.native is None or slide.link.endswith("more_mentors=2"):
            continue
        cells = {cell for row in slide.rows for cell in row if isinstance(cell, int | float)}
        words = {str(cell) for row in slide.rows for cell in row}
        drawn = {value for each in slide.native.series for value in each.values}
        assert {round(value, 6) for value in drawn if value is not None} <= {
            round(float(cell), 6) for cell in cells
        }
        assert set(slide.native.categories) <= words
        assert all(len(s.values) == len(slide.native.categories) for s in slide.native.series)


def test_bars_lines_points_and_waterfalls_are_all_drawn_by_office_programs(put):
    kinds = set()
    for view in ("trends", "funnel", "a waterfall"):
        kinds |= {slide.native.kind for slide in put(*VIEWS[view])[1] if slide.native}
    assert kinds == {"bars", "lines", "points", "waterfall"}


def texts(drawn):
    """Every text of an SVG, in its order."""
    root = ET.fromstring(drawn)
    return [re.sub(r"\s", " ", "".join(node.itertext())) for node in root.iter() if is_text(node)]


def is_text(node):
    return node.tag.endswith("}text")


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_holds_all_that_keeps_it_honest(put, view):
    _, slides, _ = put(*VIEWS[view])
    for slide in slides:
        if slide.spec is None:
            continue
        drawn = pictures.svg(slide)
        joined = " ".join(texts(drawn)).replace("- ", "-")
        for part in (slide.finding, slide.scope, slide.version, slide.demonstration):
            assert re.sub(r"\s", " ", part).replace("- ", "-") in joined
        fonts = set(re.findall(r'font-family="([^"]*)"', drawn))
        assert fonts == {pictures.FAMILY}
        assert not re.search(r'(href|src)="|url\((?!#)', drawn)
        picture = Image.open(io.BytesIO(pictures.png(slide))).convert("RGB")
        height = int(re.search(r'height="(\d+)"', drawn)[1])
        assert picture.size == (2 * pictures.WIDTH, 2 * height)
        edge = np.asarray(picture)[:, -40:, :]
        assert (edge == 255).all(), "words run over the edge"
        assert (np.asarray(picture) < 128).any()


def test_the_numbers_of_a_picture_are_those_of_the_table(put):
    _, slides, _ = put("mentoring", {})
    gaps = next(slide for slide in slides if slide.finding == RU("mentoring.gaps_title"))
    at = {column.key: place for place, column in enumerate(gaps.columns)}
    drawn = texts(pictures.svg(gaps))
    for row in gaps.rows[:6]:
        assert row[at["municipality"]] in drawn
        assert f"{row[at['covered']]} из {row[at['schools']]}" in drawn


def test_slides_are_light_and_their_rows_plain(put):
    _, slides, _ = put("dynamics", {"indicator": "IND-07-VPR"})
    for slide in slides:
        assert slide.spec["background"] == "#FFFFFF"
        assert all(isinstance(rows, list) for rows in slide.spec["datasets"].values())
        assert re.fullmatch("[0-9a-f]{64}", slide.fingerprint)


def test_a_fingerprint_changes_with_view_and_version_and_with_nothing_else(put):
    once = put("heatmap", {})[1][0]
    again = put("heatmap", {})[1]
    assert [slide.fingerprint for slide in again] == [once.fingerprint]
    other = put("heatmap", {"indicator": "IND-13"})[1][-1]
    english = put("heatmap", {"language": "en"})[1][-1]
    newer = replace(once, version="another")
    corrected = replace(once, rows=(*once.rows[:-1], once.rows[0]))
    found = {each.fingerprint for each in (once, other, english, newer, corrected)}
    assert len(found) == 5


def test_the_internal_view_is_in_no_show_and_the_menu_says_so(
    open_page, reader, shelf, monkeypatch
):
    monkeypatch.setattr(ContextProxy, "ip_address", None)
    monkeypatch.setattr(ContextProxy, "headers", HERE)
    reader.session_state[INTERNAL] = True
    try:
        app = open_page("heatmap", **ROSTOV)
        assert not [b for b in app.button if re.search("_(show|picture)$", str(b.key))]
        assert RU("slides.refused_internal") in [caption.value for caption in app.caption]
    finally:
        del reader.session_state[INTERNAL]
    app = open_page("heatmap", **ROSTOV)
    assert [b for b in app.button if re.search("_(show|picture)$", str(b.key))]


def test_the_menu_counts_what_is_in_the_show_and_adds_nothing_twice(put):
    app, slides, _ = put("events", {})
    app, again, _ = put("events", {})
    assert slides == again
    said = RU("slides.chosen", n=len(slides))
    assert said in [caption.value for caption in app.caption]
