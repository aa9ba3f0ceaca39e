"""Read the tables of a story's files back by machine, each file by a reader of its own kind."""

import csv
import io
import re
from html.parser import HTMLParser

from pptx.oxml.ns import qn

SPACES = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")
UNSEEN = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))


def number(text, language):
    """Read a shown number; None of a gap."""
    if text == "\N{EM DASH}":
        return None
    group, point = ("\N{NO-BREAK SPACE}", ",") if language == "ru" else (",", ".")
    return float(text.replace(group, "").replace(point, ".").replace("\N{MINUS SIGN}", "-"))


class Tables(HTMLParser):
    """Every table of a page: its lines of (text, value that programs read)."""

    def __init__(self, page):
        super().__init__()
        self.tables, self._cell = [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = ["", dict(attributes).get("data-v")]
            self.tables[-1][-1].append(self._cell)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._cell = None

    def handle_data(self, data):
        if self._cell is not None:
            self._cell[0] += data


def deck_tables(deck):
    """Give the tables of a presentation by the title of their slide, lines of texts."""
    for page in deck.slides:
        for shape in page.shapes:
            if shape.has_table:
                yield [[cell.text for cell in row.cells] for row in shape.table.rows]


def deck_charts(deck):
    return [shape.chart for page in deck.slides for shape in page.shapes if shape.has_chart]


def described(deck):
    """Give the description of every chart, table and picture."""
    for page in deck.slides:
        for shape in page.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                yield next(shape._element.iter(qn("p:cNvPr"))).get("descr")


def lines(content, encoding, delimiter):
    return list(csv.reader(io.StringIO(content.decode(encoding), newline=""), delimiter=delimiter))


def pressed(text):
    """Leave of a text what is read of it, wherever its lines were broken."""
    return re.sub(r"\s+", "", text.translate(SPACES).translate(UNSEEN))
