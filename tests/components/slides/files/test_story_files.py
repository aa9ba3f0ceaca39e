"""What all files of a story have in common: one fingerprint, the same bytes, names, progress."""

import io
import re
import time
import zipfile
from dataclasses import replace

import pdfua
import pytest
from pypdf import PdfReader
from reading import pressed

from components.base.i18n import Words
from components.slides import files
from components.slides.files import same_bytes, web
from components.slides.files.figures import figure
from components.slides.story import Story
from tests import stories

MOST_BYTES = 3_000_000
FAILING = "UA-14-001"
"""The rule on empty headings, at whose numbers in lists pdfua 0.1.3 itself fails."""


def test_one_fingerprint_stands_in_all_five(made):
    whole = made.story.fingerprint
    assert re.fullmatch("[0-9a-f]{64}", whole)
    assert made.deck.core_properties.comments == whole
    assert f'name="fingerprint" content="{whole}"' in made.html
    assert whole in made.data()["about.txt"].decode("utf-8-sig")
    assert whole in pressed("".join(made.said["pdf_a4"]))
    assert all(whole[:16] in text for text in made.said["pdf_wide"])


def test_the_fingerprint_is_of_name_order_comments_and_every_number():
    one, two = stories.slide(), stories.slide(finding="Иное")
    usual = Story("Имя", (one, two), ("", ""))
    others = [
        Story("Имя 2", (one, two), ("", "")),
        Story("Имя", (two, one), ("", "")),
        Story("Имя", (one, two), ("", "слово")),
        Story("Имя", (replace(one, rows=((1,),)), two), ("", "")),
    ]
    assert len({story.fingerprint for story in (usual, *others)}) == 5
    assert Story("Имя", (one, two), ("", "")).fingerprint == usual.fingerprint


def test_a_story_has_a_comment_for_every_slide():
    with pytest.raises(ValueError, match="1 slides have 0 comments"):
        Story("x", (stories.slide(),), ())


def test_the_same_story_is_the_same_bytes():
    native = stories._bars(["a", "b"])
    story = Story("x", (stories.slide(native=native), stories.slide()), ("", ""))
    first, second = files.made(story), files.made(story)
    assert first == second
    assert set(first) == set(files.FORMS)


def test_ten_slides_take_less_than_a_minute_of_a_processor():
    slides = stories.of_demonstration("ru").slides
    began = time.process_time()
    files.made(Story("x", slides * 2, ("",) * 2 * len(slides)))
    assert time.process_time() - began < 60


def test_progress_grows_to_the_whole(made):
    assert made.progress == sorted(made.progress)
    assert len(made.progress) == len(made.story.slides) + len(files.FORMS)
    assert made.progress[-1] == 1


def test_names_say_story_version_and_that_it_is_a_demonstration(made):
    names = [files.file_name(made.story, form) for form in files.FORMS]
    assert len(set(names)) == len(files.FORMS)
    for name in names:
        assert re.fullmatch(r"[\w.-]+_demo\.(pptx|html|pdf|zip)", name, re.ASCII)
        assert made.story.fingerprint[:8] in name


def test_only_what_is_asked_for_is_made():
    story = Story("x", (stories.slide(),), ("",))
    assert set(files.made(story, ["data"])) == {"data"}


def test_about_tells_every_file_and_how_many_rows_it_has(made):
    packed = made.data()
    about = packed.pop("about.txt").decode("utf-8-sig")
    words = Words(made.story.language)
    for name in packed:
        assert name in about
    for slide in made.story.slides:
        assert words("slide_files.rows", n=len(slide.rows)) in about


def test_the_page_is_small_and_asks_for_nothing(made):
    page = made.html
    assert len(made.files["html"]) <= MOST_BYTES
    plain = re.sub(r' xmlns(:\w+)?="[^"]*"', "", page)
    assert not re.search(r'(src|href)\s*=\s*"(?!#)|@import|url\((?!#)', plain)
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert web._hash("story.js") in page and "unsafe" not in page.split("</head>")[0]


def test_texts_are_never_markup(made):
    page = made.html
    assert page.count("<script>") == 1 and "<script>alert" not in page


def test_names_inside_figures_are_of_one_slide_only(made):
    names = re.findall(r'\bid="([^"]+)"', made.html)
    assert len(names) == len(set(names))
    for name in re.findall(r"url\(#([^)]+)\)", made.html):
        assert name in names


def test_shortened_places_of_a_figure_move_nothing_by_a_tenth():
    story = stories.of_demonstration("ru")
    drawn = figure(story.slides[3])
    before = [float(n) for d in web._PATHS.findall(drawn.svg) for n in re.findall(r"-?[\d.]+", d)]
    inside = str(web._inline(drawn, 0))
    after = [float(n) for d in web._PATHS.findall(inside) for n in re.findall(r"-?[\d.]+", d)]
    assert len(before) == len(after) > 1000
    assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= 0.0501


@pytest.mark.parametrize(("form", "size"), [("pdf_wide", (960, 540)), ("pdf_a4", (595, 842))])
def test_papers_are_tagged_of_one_size_and_speak_their_language(made, form, size):
    paper = made.pdf(form)
    for page in paper.pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == size
    catalog = paper.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] and catalog["/Lang"] == made.story.language
    assert "pdfuaid:part" in catalog["/Metadata"].get_data().decode()
    count = len(paper.pages)
    assert f"{count}/{count}" in pressed(made.said[form][-1])


@pytest.mark.parametrize("form", ["pdf_wide", "pdf_a4"])
def test_papers_pass_the_rules_of_a_checker_that_knows_no_typst(made, form, tmp_path):
    path = tmp_path / "story.pdf"
    path.write_bytes(made.files[form])
    report = pdfua.validate(path)
    assert {finding.rule_id for finding in report.findings} == set()
    assert {each.rule_id for each in report.skipped} <= {FAILING}


def test_figures_on_paper_are_drawings_with_a_description(made):
    content = made.pdf("pdf_a4")
    described = [
        str(each.get("/Alt", ""))
        for each in tagged(content.trailer["/Root"]["/StructTreeRoot"])
        if each.get("/S") == "/Figure"
    ]
    figures = [slide for slide in made.story.slides if slide.spec]
    assert described == [slide.description for slide in figures]
    assert not [image for page in content.pages for image in page.images]


def tagged(element):
    children = element.get("/K", [])
    children = children if isinstance(children, list) else [children]
    for child in children:
        own = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(own, "get"):
            yield own
            yield from tagged(own)


def test_words_of_a_figure_can_be_selected():
    story = stories.of_demonstration("ru")
    made = files.made(Story("x", story.slides[:1], ("",)), ["pdf_wide"])["pdf_wide"]
    assert "Ожидалось" in PdfReader(io.BytesIO(made)).pages[0].extract_text()


def test_packed_files_have_no_hour(made, tmp_path):
    for form in ("pptx", "data"):
        path = tmp_path / form
        path.write_bytes(made.files[form])
        with zipfile.ZipFile(path) as packed:
            assert {entry.date_time for entry in packed.infolist()} == {same_bytes.DAY}
