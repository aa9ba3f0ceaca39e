"""The presentation: charts that can be edited, descriptions, notes, and another program's eye."""

import io
import shutil
import subprocess

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pypdf import PdfReader
from reading import deck_charts, deck_tables, described

from components.base.i18n import Words
from components.slides import files
from components.slides.files import deck_charts as charts
from components.slides.files import said, steps
from components.slides.slide import Native, Series
from components.slides.story import Story
from data.invisible_signs import shown
from tests import stories

WORDS = Words("ru")
OFFICE = shutil.which("soffice")
SECONDS = 300
KINDS = {
    "bars": {XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.COLUMN_CLUSTERED},
    "lines": {XL_CHART_TYPE.LINE_MARKERS},
    "points": {XL_CHART_TYPE.LINE_MARKERS},
    "waterfall": {XL_CHART_TYPE.COLUMN_STACKED},
}


def natives(story):
    return [slide.native for slide in story.slides if slide.native]


def read(chart):
    return {series.name: list(series.values) for series in chart.plots[0].series}


def test_every_bar_line_point_and_waterfall_is_a_chart_whose_numbers_are_the_slides(made):
    found = deck_charts(made.deck)
    for native, chart in zip(natives(made.story), found, strict=True):
        assert chart.chart_type in KINDS[native.kind]
        names = [shown(name) for name in native.categories]
        cut = [name if len(name) <= 40 else None for name in names]
        read_names = list(chart.plots[0].categories)
        assert [name if kept else None for name, kept in zip(read_names, cut, strict=True)] == cut
        if native.kind != "waterfall":
            values = [list(series.values) for series in native.series]
            assert list(read(chart).values()) == values
            assert list(read(chart)) == [shown(series.name) for series in native.series]


def test_steps_of_a_waterfall_are_read_back_with_their_signs(made):
    words = Words(made.story.language)
    for native, chart in zip(natives(made.story), deck_charts(made.deck), strict=True):
        if native.kind != "waterfall":
            continue
        parts = [
            (steps.part_of(name, words), values)
            for name, values in read(chart).items()
            if steps.part_of(name, words) != "base"
        ]
        for at, value in enumerate(native.series[0].values):
            here = [(part, values[at]) for part, values in parts if values[at] is not None]
            if value is None:
                assert not here
                continue
            assert {part for part, _ in here} == {steps_part(native, at, value)}
            height = sum(abs(found) for _, found in here)
            assert height == pytest.approx(abs(value))


def steps_part(native, at, value):
    return "level" if at in native.totals else "rise" if value >= 0 else "fall"


def test_the_base_of_a_waterfall_has_no_colour(made):
    for native, chart in zip(natives(made.story), deck_charts(made.deck), strict=True):
        if native.kind == "waterfall":
            base, *others = chart.plots[0].series
            assert "<a:noFill/>" in base._element.xml
            assert all("<a:solidFill>" in series._element.xml for series in others)


def test_a_gap_is_left_open_and_is_never_a_zero():
    native = Native("lines", ("a", "b", "c"), (Series("x", (1.0, None, 0.0)),), "%")
    story = Story("x", (stories.slide(native=native),), ("",))
    made = files.made(story, ["pptx"])["pptx"]
    (chart,) = deck_charts(files_deck(made))
    assert read(chart) == {"x": [1.0, None, 0.0]}
    assert 'dispBlanksAs val="gap"' in chart._chartSpace.xml


def files_deck(content):
    return Presentation(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["bars", "lines", "points", "waterfall"])
def test_of_many_names_none_is_left_out(kind):
    names = tuple(f"Район {at}" for at in range(55))
    native = Native(kind, names, (Series("x", tuple(map(float, range(55)))),), "%")
    made = files.made(Story("x", (stories.slide(native=native),), ("",)), ["pptx"])["pptx"]
    (chart,) = deck_charts(files_deck(made))
    assert list(chart.plots[0].categories) == list(names)
    assert '<c:tickLblSkip val="1"/>' in chart._chartSpace.xml


@pytest.mark.parametrize(
    ("values", "ends"),
    [((81.0, 82.0), (0, None)), ((-81.0, None), (None, 0)), ((-1.0, 1.0), (None, None))],
)
def test_bars_begin_at_zero(values, ends):
    native = Native("bars", ("a", "b"), (Series("x", values),), "%")
    made = files.made(Story("x", (stories.slide(native=native),), ("",)), ["pptx"])["pptx"]
    (chart,) = deck_charts(files_deck(made))
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == ends


def test_numbers_of_two_lines_stand_apart():
    two = (Series("low", (1.0, None, 2.0)), Series("high", (1.5, 3.0, 2.5)))
    native = Native("lines", ("a", "b", "c"), two, "%")
    made = files.made(Story("x", (stories.slide(native=native),), ("",)), ["pptx"])["pptx"]
    (chart,) = deck_charts(files_deck(made))
    places = [series.data_labels.position for series in chart.plots[0].series]
    assert places == [XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.ABOVE]


def test_numbers_of_charts_are_of_the_slides_language():
    assert charts._form((Series("x", (1.5,)),), WORDS) == "[$-419]#,##0.0"
    assert charts._form((Series("x", (1.0, None)),), Words("en")) == "[$-409]#,##0"


def test_every_slide_says_finding_source_version_mark_and_the_one_fingerprint(made):
    print_ = said.fingerprint(made.story)
    for page in made.deck.slides:
        text = "\n".join(one.text_frame.text for one in page.shapes if one.has_text_frame)
        title = page.shapes.title.text_frame.text
        slide = next(each for each in made.story.slides if shown(each.finding) == title)
        assert said.source(slide) in text and print_ in text
        assert slide.demonstration in text
    assert made.deck.core_properties.comments == made.story.fingerprint


def test_the_notes_are_those_of_the_speaker_once_a_slide(made):
    pages = [p for p in made.deck.slides if p.has_notes_slide]
    found = [p.notes_slide.notes_text_frame.text for p in pages]
    assert found == ["\n".join(said.notes(made.story, n)) for n in range(len(made.story.slides))]
    assert all(made.story.fingerprint in notes for notes in found)


def test_charts_pictures_and_tables_are_described(made):
    found = list(described(made.deck))
    assert found and all(found)
    for slide in made.story.slides:
        if slide.native or slide.spec:
            assert said.description(slide) in found


def test_a_figure_that_no_office_draws_is_a_picture():
    story = stories.of_demonstration("ru")
    a_map = Story("x", (story.slides[3],), ("",))
    page = files_deck(files.made(a_map, ["pptx"])["pptx"]).slides[0]
    picture = next(shape for shape in page.shapes if shape.shape_type == 13)
    assert picture.image.content_type == "image/png"
    assert picture.image.size[0] >= 2 * 600


def test_nothing_of_a_slide_stands_beyond_its_edges(made):
    deck = made.deck
    for page in deck.slides:
        for shape in page.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_an_empty_table_is_said_to_be_empty(made):
    empty = [s for s in made.story.slides if not s.rows and not s.native and not s.spec]
    texts = "\n".join(
        shape.text_frame.text
        for page in made.deck.slides
        for shape in page.shapes
        if shape.has_text_frame
    )
    assert texts.count(Words(made.story.language)("slide_files.no_rows")) == len(empty)


def test_type_of_tables_is_legible(made):
    sizes = {
        paragraph.font.size.pt
        for page in made.deck.slides
        for shape in page.shapes
        if shape.has_table
        for cell in shape.table.iter_cells()
        for paragraph in cell.text_frame.paragraphs
    }
    assert sizes and min(sizes) >= 12
    assert len(list(deck_tables(made.deck))) > len(made.story.slides) / 2


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_another_program_opens_it_and_prints_every_slide(made, tmp_path):
    (tmp_path / "story.pptx").write_bytes(made.files["pptx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "story.pptx")], check=True, timeout=SECONDS, capture_output=True
    )
    printed = PdfReader(tmp_path / "story.pdf").pages
    assert len(printed) == len(made.deck.slides)
    box = printed[0].mediabox
    assert float(box.width) / float(box.height) == pytest.approx(16 / 9, rel=0.01)
