"""Make a drawn figure readable from the last row: no text is smaller than LEAST as it is shown.

A figure of a page has texts of 10–12 px. What of them grows by that has no room any more is left
out, the boldest and largest staying: the table behind the slide says it too.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from components.charts.fitting import width_of

LEAST = 18.0
"""Px on a screen of 1280 × 720, to which the room of a figure is told too."""

LARGEST = 2.3
"""How much a figure grows at most: beyond that its letters are larger than the finding's."""

WIDER = 1.1
"""How much wider letters of offices run than those of the estimate."""

MIDDLE = 0.3
"""How far above its line the middle of a letter is, in sizes."""

ROOMY, TIGHT = 0.55, 0.4
"""Half of a line of letters, in sizes: with the room it should have, and where letters touch."""

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)


@dataclass(frozen=True)
class Figure:
    """A figure for the screen, and how many of its texts had no room."""

    svg: str
    left_out: int = 0


class Box(NamedTuple):
    """Where a text stands on the sheet, in the sheet's own px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two texts would be written over each other."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass
class Text:
    """A text of the figure with the group that it stands in, and its place on the sheet."""

    node: ET.Element
    inside: ET.Element
    x: float
    y: float
    turned: bool

    @property
    def size(self) -> float:
        """Its letters in px of the sheet."""
        return float((self.node.get("font-size") or "0").removesuffix("px"))

    def box(self, size: float, tall: float = ROOMY) -> Box:
        """Give the place of its words with letters of a size; `tall`: half of a line, in sizes."""
        lines = [line for line in self.node.itertext() if line.strip()] or [""]
        wide = WIDER * max(width_of(line, size) for line in lines)
        shift = {"middle": wide / 2, "end": wide}.get(self.node.get("text-anchor") or "", 0.0)
        tall *= size * len(lines)
        # Letters stand on their place; the middle of them is where the figure wants the text.
        up = MIDDLE * self.size
        if self.turned:
            middle = self.x - up
            return Box(middle - tall, self.y - wide + shift, middle + tall, self.y + shift)
        middle = self.y - up
        return Box(self.x - shift, middle - tall, self.x - shift + wide, middle + tall)


def readable(svg: str, width: float, height: float) -> Figure:
    """Fit a drawn figure into a room of width × height px, each of its texts at least LEAST."""
    root = ET.fromstring(svg)
    _, _, wide, tall = map(float, (root.get("viewBox") or "").split())
    sides = {"width": wide, "height": tall}
    least = LEAST * max(wide / width, tall / height, 1 / LARGEST)
    texts = list(_texts(root, root, (0.0, 0.0)))
    kept: list[tuple[Text, Box]] = []
    left_out = 0
    for text in sorted(texts, key=_rank):
        grown = text.box(max(text.size, least))
        if any(_newly_meets(text, grown, other, box) for other, box in kept):
            text.inside.remove(text.node)
            left_out += 1
            continue
        kept.append((text, grown))
    for text, box in kept:
        _grow(text, box, least, (wide, tall))
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    most = (f"max-{side}:calc({LARGEST * px:.0f} * var(--u))" for side, px in sides.items())
    root.set("style", ";".join(most))
    return Figure(ET.tostring(root, encoding="unicode"), left_out)


def _texts(node: ET.Element, inside: ET.Element, at: tuple[float, float]) -> Iterator[Text]:
    """List the texts below a node, whose own place is `at`."""
    shift, turned = _moved(node.get("transform") or "")
    here = (at[0] + shift[0], at[1] + shift[1])
    if node.tag == f"{{{SVG}}}text":
        if "".join(node.itertext()).strip():
            yield Text(node, inside, *here, turned)
        return
    for child in node:
        yield from _texts(child, node, here)


def _moved(transform: str) -> tuple[tuple[float, float], bool]:
    """Read a move and whether it turns by a right angle; vl-convert writes no others."""
    x, y = 0.0, 0.0
    for part in transform.split(")"):
        name, _, numbers = part.strip().partition("(")
        if name == "translate":
            both = [float(number) for number in numbers.replace(",", " ").split()]
            x, y = x + both[0], y + (both[1] if len(both) > 1 else 0.0)
    return (x, y), "rotate(-90" in transform or "rotate(270" in transform


def _rank(text: Text) -> tuple[bool, float]:
    """Sort the boldest first, then the largest; of equal ones the first drawn."""
    bold = (text.node.get("font-weight") or "400") in ("600", "700", "bold")
    return (not bold, -text.size)


def _newly_meets(text: Text, grown: Box, other: Text, box: Box) -> bool:
    return grown.meets(box) and not text.box(text.size, TIGHT).meets(other.box(other.size, TIGHT))


def _grow(text: Text, box: Box, least: float, sheet: tuple[float, float]) -> None:
    """Give a text its size, and move it back onto the sheet where it would leave it."""
    if text.size >= least:
        return
    lower = MIDDLE * (least - text.size)
    right = max(0.0, -box.left) - max(0.0, box.right - sheet[0]) + lower * text.turned
    down = max(0.0, -box.top) - max(0.0, box.bottom - sheet[1]) + lower * (not text.turned)
    moved = f"translate({right:.1f},{down:.1f}) {text.node.get('transform') or ''}"
    text.node.set("font-size", f"{least:.2f}px")
    text.node.set("transform", moved.strip())
