"""List the stories: the region's, the reader's, those kept by name, and the frozen ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.base.load import kept
from components.base.markup import written
from components.shell.page import Page
from components.shell.provenance import local
from components.show.choice import ShowView
from components.show.stories import Listed
from data import store
from data.errors import ReaderError
from data.stories import frozen
from queries.links import write_link

HEADS = 500


@dataclass(frozen=True)
class Head:
    """What the list says of a frozen story; `fault`: why its file cannot be shown."""

    code: str
    name: str
    count: int = 0
    frozen_at: str = ""
    fault: str = ""


def draw(page: Page[ShowView], stories: Sequence[Listed]) -> None:
    """Draw the stories as links, the open one marked."""
    words = page.words
    rows = [_row(page, each.code, each.name, each.count, words("show.live")) for each in stories]
    heads = [_head(store.folder(), name) for name in frozen.names(store.folder())]
    newest_first = sorted(heads, key=lambda head: head.frozen_at, reverse=True)
    rows += [
        _row(page, each.code, each.name or each.code[:8], each.count, _numbers(page, each))
        for each in newest_first
    ]
    titles = {
        "story": words("show.column_story"),
        "count": words("show.column_count"),
        "numbers": words("show.column_numbers"),
    }
    st.html(written("show/list.html", heads=titles, stories=rows))


def address(page: Page[ShowView], code: str, slide: int = 0) -> str:
    """Give the address of a story on this page, relative to the product's."""
    link = write_link(replace(page.view, story=code, slide=slide), page.choices)
    return f"show?{urlencode(link)}"


def _row(page: Page[ShowView], code: str, name: str, count: int, numbers: str) -> dict[str, Any]:
    return {
        "address": address(page, code),
        "name": name,
        "count": count or "",
        "numbers": numbers,
        "is_open": code == page.view.story,
    }


def _numbers(page: Page[ShowView], head: Head) -> str:
    words = page.words
    if head.fault:
        known = head.fault == "newer_frozen_story"
        return words("show.later_program") if known else words("show.damaged")
    return words("show.frozen", when=words.moment(local(head.frozen_at)))


@kept(HEADS)
def _head(folder: Path, name: str) -> Head:
    """Read what a frozen story is; it never changes, so once a process."""
    try:
        told = frozen.read(folder, name)
    except ReaderError as error:
        return Head(name, "", fault=error.code)
    return Head(name, told.name, len(told.slides), told.frozen_at)
