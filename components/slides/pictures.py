"""Draw a slide as a picture, SVG and PNG, with all that keeps it honest far from its page.

No browser and no network: vl-convert draws the figure, and its own fonts the letters. Letters are
of the family that offices have too, a tenth smaller than on the page, because it runs wider.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import vl_convert
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.theme import FONT, LIGHT
from components.charts import fitting
from components.slides.slide import Slide

WIDTH, MARGIN, SCALE = 1280, 40, 2
LARGEST = 1.9
"""How much a figure grows at most: beyond that its letters are those of a poster."""

FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
"""A family that is not at hand is not drawn at all, so the last word must be a general one."""

NARROWER = 0.9
BOLD, PLAIN = 1.15, 1.08
"""How much wider these letters run than the estimate of `fitting`."""

SIZE = re.compile(r'font-size="([\d.]+)px"')
HEAD = re.compile(r'^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')


@dataclass(frozen=True)
class Line:
    """One line of words at its place, px."""

    text: str
    y: float
    size: int
    colour: str
    weight: int = 400


def png(slide: Slide) -> bytes:
    """Draw a slide's figure as PNG, two dots a px."""
    return png_of(svg(slide))


def png_of(drawn: str) -> bytes:
    """Turn a drawn picture into PNG, two dots a px."""
    return bytes(vl_convert.svg_to_png(drawn, scale=SCALE))


def svg(slide: Slide) -> str:
    """Draw a slide's figure as SVG under its finding, over scope, source, version and mark."""
    drawn, width, height = _figure(slide)
    wide = WIDTH - 2 * MARGIN
    scale = min(wide / width, LARGEST)
    above = list(_lines(_head(slide), MARGIN))
    top = above[-1].y + 24
    below = list(_lines(_foot(slide), top + scale * height + 16))
    return str(
        written(
            "slides/picture.svg",
            width=WIDTH,
            height=round(below[-1].y + MARGIN),
            margin=MARGIN,
            family=FAMILY,
            background=LIGHT.background,
            title=slide.finding,
            description=slide.description,
            lines=[*above, *below],
            left=round((WIDTH - scale * width) / 2, 1),
            top=round(top, 1),
            scale=round(scale, 4),
            figure=Markup(drawn),
        )
    )


def figure_svg(slide: Slide) -> str:
    """Draw the bare figure as SVG. Raises ValueError if the slide has none."""
    if slide.spec is None:
        raise ValueError("the slide has no figure")
    # Our specs name no address; none would be asked for.
    drawn = vl_convert.vegalite_to_svg(slide.spec, allowed_base_urls=[]).replace(FONT, FAMILY)
    return SIZE.sub(lambda size: f'font-size="{NARROWER * float(size[1]):.2f}px"', drawn)


def _figure(slide: Slide) -> tuple[str, float, float]:
    """Give the figure's elements without the frame around them, and its size in px."""
    drawn = figure_svg(slide)
    head = HEAD.match(drawn)
    assert head, "vl-convert writes a viewBox"
    inside = drawn[head.end() :].removesuffix("</svg>")
    return inside, float(head[1]), float(head[2])


Text = tuple[str, int, str, int]
"""A text with its size, colour and weight."""


def _head(slide: Slide) -> list[Text]:
    return [
        (slide.finding, 30, LIGHT.text, 700),
        (slide.detail, 19, LIGHT.text, 400),
        (slide.scope, 17, LIGHT.quiet, 400),
    ]


def _foot(slide: Slide) -> list[Text]:
    words = Words(slide.language)
    foot = words("slides.foot", source=slide.source, version=slide.version, made=slide.made_at)
    return [
        (slide.demonstration, 18, LIGHT.text, 700),
        (foot, 15, LIGHT.quiet, 400),
    ]


def _lines(texts: list[Text], top: float) -> Iterator[Line]:
    """Break texts into lines, one below the other; nothing is cut."""
    y = top
    for text, size, colour, weight in texts:
        room = (WIDTH - 2 * MARGIN) / (BOLD if weight > 400 else PLAIN)
        for line in fitting.wrapped(text, room, size, most=len(text) + 1):
            y += 1.3 * size
            yield Line(line, round(y, 1), size, colour, weight)
        y += 6 if text else 0
