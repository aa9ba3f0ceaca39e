"""Write a story as a presentation 16:9 (PPTX) whose charts, tables and notes can be edited.

Maps, plans and flows, which an office program does not draw, are pictures with their table.
"""

import io
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from components.base.i18n import Words
from components.base.theme import LIGHT
from components.slides.files import deck_charts, deck_tables, fitting, said, same_bytes
from components.slides.files.figures import Figure, Figures
from components.slides.slide import Slide
from components.slides.story import Story
from data.invisible_signs import shown

WIDTH, HEIGHT = 13.333, 7.5
SIDE, TOP, BOTTOM = 0.5, 2.05, 6.7
BODY = (SIDE, TOP, WIDTH - 2 * SIDE, BOTTOM - TOP)
"""Left, top, width and height of what a slide shows, in inches."""

TITLE, TITLES = 0.95, (28, 24, 20, 18, 16, 14, 12, 10)
"""Height of a title in inches, and its type in points: the largest in which it fits."""

UNDER, DETAIL, FOOT, PRINT = (16, 14, 12, 10), 16, 11, 9
"""Type of the lines under a title, of a slide's words and of its foot."""

Box = tuple[float, float, float, float]
TITLE_ONLY = 5
"""The place of the layout with a title alone in python-pptx's own presentation."""

THEME = {b"Calibri": b"Arial", b"4F81BD": LIGHT.better.removeprefix("#").encode()}
"""What is other in our theme: letters that every machine has, a heading that can be read."""


def pptx(story: Story, figures: Figures) -> bytes:
    """Write a story; the same story is the same bytes."""
    deck = Presentation()
    _widen(deck)
    _dress(deck)
    deck.core_properties.title = shown(story.name)
    deck.core_properties.author = ""  # a file does not carry the name of whoever runs the service
    deck.core_properties.comments = story.fingerprint
    for number, figure in enumerate(figures):
        _Writer(deck, story, number).write(figure)
    content = io.BytesIO()
    deck.save(content)
    return same_bytes.without_hour(content.getvalue())


class _Writer:
    """Writes one slide of a story, and the slides on which its table goes on."""

    def __init__(self, deck: Any, story: Story, number: int) -> None:
        self._deck, self._story, self._number = deck, story, number
        self._slide: Slide = story.slides[number]
        self._words = Words(story.language)
        self._begun = False

    def write(self, figure: Figure | None) -> None:
        """Figure first, its table after it; a slide without a figure begins with its table."""
        slide, native, parts = self._slide, self._slide.native, self._parts()
        if native and native.categories and native.series:
            box = _box(*BODY)
            chart = deck_charts.add(self._page(slide.detail).shapes, native, box, self._words)
            _describe(chart, said.description(slide))
        elif figure:
            _describe(_picture(self._page(slide.detail), figure), said.description(slide))
        elif not parts:
            page = self._page(slide.detail)
            _say(page, BODY, [(self._words("slide_files.no_rows"), DETAIL, False)])
            return
        for number, part in enumerate(parts, 1):
            of = self._words("slide_files.part", n=number, count=len(parts))
            under = self._words("slide_files.table") + (f", {of}" if len(parts) > 1 else "")
            page = self._page(under if native or figure or number > 1 else slide.detail)
            frame = deck_tables.add(page.shapes, part, SIDE, TOP)
            _describe(frame, f"{under}: {shown(slide.finding)}")

    def _parts(self) -> list[deck_tables.Part]:
        _, _, width, room = BODY
        tables = fitting.tables(self._slide)
        return [part for table in tables for part in deck_tables.parts(table, width, room)]

    def _page(self, detail: str) -> Any:
        """Add a slide with everything but its figure or table; the first one has the notes."""
        slide, width = self._slide, WIDTH - 2 * SIDE
        page = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        title, finding = page.shapes.title, shown(slide.finding)
        title.left, title.top, title.width, title.height = _box(SIDE, 0.3, width, TITLE)
        title.text_frame.text, title.text_frame.word_wrap = finding, True
        title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        size = deck_tables.fit(finding, width, TITLE, TITLES)
        _look(title.text_frame.paragraphs[0], size, True, LIGHT.text)
        under = [
            (shown(text), deck_tables.fit(shown(text), width, TITLE / 2, UNDER[at:]), False)
            for at, text in enumerate((detail, slide.scope))
            if text
        ]
        _say(page, (SIDE, 0.3 + TITLE, width, 0.8), under)
        marks = [(shown(slide.demonstration), FOOT, True)] if slide.demonstration else []
        foot = [*marks, (said.source(slide), FOOT, False)]
        _say(page, (SIDE, BOTTOM + 0.05, width - 2.6, 0.6), foot)
        _number(page, said.fingerprint(self._story))
        if not self._begun:
            self._begun = True
            page.notes_slide.notes_text_frame.text = "\n".join(
                said.notes(self._story, self._number)
            )
        return page


def _picture(page: Any, figure: Figure | None) -> Any:
    """Put a picture into the middle of the body, as large as it fits."""
    assert figure
    left, top, width, height = BODY
    scale = min(width / figure.width, height / figure.height)
    wide, tall = figure.width * scale, figure.height * scale
    place = _box(left + (width - wide) / 2, top, wide, tall)
    return page.shapes.add_picture(io.BytesIO(figure.png()), *place)


def _describe(frame: Any, text: str) -> None:
    """Say what a figure shows to those who do not see it."""
    for own in frame._element.iter(qn("p:cNvPr")):
        own.set("descr", text)


def _say(page: Any, box: Box, lines: list[tuple[str, int, bool]]) -> None:
    """Write lines of a type and a weight into a box."""
    frame = page.shapes.add_textbox(*_box(*box)).text_frame
    frame.word_wrap = True
    for at, (text, size, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = text
        _look(paragraph, size, bold, LIGHT.text if bold or size == DETAIL else LIGHT.quiet)


def _look(paragraph: Any, size: int, bold: bool, colour: str) -> None:
    font = paragraph.font
    font.size, font.bold = Pt(size), bold
    font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))


def _number(page: Any, before: str) -> None:
    """Write the slide's number as a field, which is right after slides were moved too."""
    frame = page.shapes.add_textbox(*_box(WIDTH - SIDE - 2.6, BOTTOM + 0.05, 2.6, 0.6)).text_frame
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr sz="{FOOT}00"/><a:t>#</a:t></a:fld>'
    )
    number, print_ = frame.paragraphs[0], frame.add_paragraph()
    number._p.append(parse_xml(field))
    print_.text = before
    _look(print_, PRINT, False, LIGHT.quiet)
    number.alignment = print_.alignment = PP_ALIGN.RIGHT


def _widen(deck: Any) -> None:
    """Make 16:9 of python-pptx's own presentation, which is 4:3, its layouts too."""
    share = Inches(WIDTH) / deck.slide_width
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = (
                    Emu(int(shape.left * share)),
                    Emu(int(shape.width * share)),
                )


def _dress(deck: Any) -> None:
    """Change the theme to letters and colours of ours; titles stand at the left."""
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for before, ours in THEME.items():
        theme._blob = theme.blob.replace(before, ours)
    styles = deck.slide_master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    styles.find(qn("a:lvl1pPr")).set("algn", "l")


def _box(left: float, top: float, width: float, height: float) -> tuple[Inches, ...]:
    return Inches(left), Inches(top), Inches(width), Inches(height)
