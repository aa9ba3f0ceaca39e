"""Make the slides of a story from the pages that say them, as their views are today."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from components.base import linked_view
from components.base.load import kept
from components.base.pupils import seen
from components.base.rights import right
from components.shell.page import Page
from components.slides import of_views
from components.slides.of_views import Source
from components.slides.slide import Slide
from data.stories.drafts import Part
from queries.view import View, value

Sources = Mapping[str, Source[Any]]
"""By the name of a page, what its slides are made from."""


SLIDES = 300
"""How many are kept, some 50 kB each."""


def _key(page: Page[Any], _: Sources, part: Part) -> Hashable:
    reader = right().municipalities, seen(), page.words.language, st.context.timezone
    return page.version["name"], reader, part.link, part.name


@kept(SLIDES, _key)
def slide(page: Page[Any], sources: Sources, part: Part) -> Slide | None:
    """Make the slide that a part names; None where its page has nothing to say, or is not known."""
    asked = _asked(page, sources, part.link)
    return of_views.named(asked.page, asked.source, part.name, **asked.own) if asked else None


def part_of(page: Page[Any], sources: Sources, wanted: Slide, comment: str = "") -> Part | None:
    """Find out where a slide was made; None: no page makes it of today's data and rights."""
    for name, made in all_of(page, sources, wanted.link).items():
        if same(made, wanted):
            return Part(wanted.link, name, comment)
    return None


def same(one: Slide, other: Slide) -> bool:
    """Tell whether two slides say the same; a scope tells too whose schools their reader sees."""
    return replace(one, scope="") == replace(other, scope="")


@dataclass(frozen=True)
class Asked:
    """What a link asks for: the page as it stands there, and what it alone can ask for."""

    page: Page[Any]
    source: Source[Any]
    own: Mapping[str, object]


def all_of(page: Page[Any], sources: Sources, link: str) -> dict[str, Slide]:
    """Give the slides of the view that a link leads to, by their names."""
    asked = _asked(page, sources, link)
    return of_views.by_name(asked.page, asked.source, **asked.own) if asked else {}


def _asked(page: Page[Any], sources: Sources, link: str) -> Asked | None:
    """Read a link in the language of the page that asks; None: no page with slides is there."""
    source = sources.get(urlsplit(link).path)
    if source is None:
        return None
    given = dict(parse_qsl(urlsplit(link).query)) | {"language": page.words.language}
    view: View = linked_view.read(given, page.choices, source.kind, page.words.language)[0]
    shared = {field.name for field in fields(View)}
    own = {name.name: value(view, name.name) for name in fields(view) if name.name not in shared}
    return Asked(replace(page, view=view, asked=view), source, own)
