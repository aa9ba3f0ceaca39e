"""Draw the figures of a story once, without a browser, for all of its files."""

from dataclasses import dataclass

import vl_convert

from components.slides import pictures
from components.slides.slide import Slide

SHARP = 2
"""Dots of a picture per px of the figure."""


@dataclass(frozen=True)
class Figure:
    """A figure as SVG, its size in px."""

    svg: str
    width: float
    height: float

    def png(self) -> bytes:
        """Give the figure in dots, for programs that show no SVG."""
        made: bytes = vl_convert.svg_to_png(self.svg, scale=SHARP)
        return made


def figure(slide: Slide) -> Figure | None:
    """Draw the figure of a slide; None where it has none. Nothing is asked of the network.

    The renderer is started by the first figure of a process, which takes seconds, and stays warm.
    """
    if slide.spec is None:
        return None
    svg = pictures.figure_svg(slide)
    found = pictures.HEAD.match(svg)
    assert found  # every SVG of the renderer begins with its size
    return Figure(svg, float(found[1]), float(found[2]))


Figures = tuple[Figure | None, ...]
