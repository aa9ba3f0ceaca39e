"""Read everything a page says: widgets and their options, charts, tables, our own HTML."""

import json
import re
from html.parser import HTMLParser

from google.protobuf.message import Message
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

SAID = {"body", "label", "options", "placeholder", "help", "text", "title", "content", "alt"}
DRAWN = ("text", "tooltip", "name", "label")
HINTS = ("title", "aria-label", "alt", "placeholder")


_PARTED = re.compile(r":color\[(.+?)\]")
_LINKED = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)")
_WITHOUT_MEANING = re.compile(r"\\(.)")


def read(text):
    """A text as its Markdown shows it, bold as it is written; links and signs without code."""
    return _WITHOUT_MEANING.sub(r"\1", _PARTED.sub(r"\1", _LINKED.sub(r"\1", text)))


class _Html(HTMLParser):
    def __init__(self):
        super().__init__()
        self.said, self.silent = [], 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("style", "script")
        self.said += [value for name, value in attributes if name in HINTS and value]

    def handle_endtag(self, tag):
        self.silent -= tag in ("style", "script")

    def handle_data(self, text):
        if not self.silent and text.strip():
            self.said.append(text.strip())


def html(text):
    """The words of a piece of HTML, its hints among them."""
    parser = _Html()
    parser.feed(text)
    return parser.said


def lost_marks(app):
    """Elements whose bold words show their stars: they were not asked for by `marked`."""
    protos = [str(getattr(node, "proto", None) or "") for node in nodes(app)]
    return [proto[:300] for proto in protos if r"\\*" in proto]


def charts(app):
    """The rows drawn by each chart of a page; Streamlit sends flat ones apart, as Arrow."""
    found = [node.proto for node in nodes(app) if getattr(node, "type", "") == "vega_lite_chart"]
    return [_rows(proto) for proto in found]


def _rows(proto):
    inside = [row for rows in json.loads(proto.spec).get("datasets", {}).values() for row in rows]
    apart = [convert_arrow_bytes_to_pandas_df(part.data.data) for part in proto.datasets]
    return inside + [row for frame in apart for row in frame.to_dict("records")]


def nodes(app):
    """Every element and block of a page, the menu at its side included."""
    todo = [app.sidebar, app.main]
    while todo:
        node = todo.pop()
        yield node
        todo += getattr(node, "children", {}).values()


def texts(app):
    """Every text of a page."""
    return [text for node in nodes(app) for text in _of_node(node) if text.strip()]


def _of_node(node):
    kind, proto = getattr(node, "type", ""), getattr(node, "proto", None)
    if proto is None:
        return []
    if kind == "html":
        return html(proto.body)
    if kind == "vega_lite_chart":
        drawn = [str(row[field]) for row in _rows(proto) for field in DRAWN if row.get(field)]
        return [*drawn, proto.alt]
    if kind in ("arrow_table", "table"):
        frame = node.value
        return [read(str(value)) for value in (*frame.columns, *frame.to_numpy().ravel())]
    return _of_message(proto)


def _of_message(message):
    """The values of every field of a message, and of those inside, that hold words."""
    said = []
    for field, value in message.ListFields():
        values = list(value) if field.is_repeated else [value]
        for one in values:
            if isinstance(one, Message):
                said += _of_message(one)
            elif isinstance(one, str) and field.name in SAID:
                said.append(read(one))
    return said


class _Rows(HTMLParser):
    """The cells of the tables of a page, a list a row."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, text):
        if self.inside:
            self.rows[-1][-1] += text


def tables(app):
    """The tables of a page by the heading of their first two columns, each its rows."""
    bodies = [node.proto.body for node in nodes(app) if getattr(node, "type", "") == "html"]
    read = [_Rows(body).rows for body in bodies if "<table" in body]
    return {tuple(head[:2]): body for head, *body in read}
