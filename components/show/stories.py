"""List the stories that a reader can open, and keep those that he makes.

Whoever may write keeps them beside the data, for all; every other for as long as the session lasts.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components.base.rights import right
from components.shell import access
from components.shell.page import Page
from components.show import default_story, live
from components.show.live import Sources
from components.slides import shelf
from components.slides.slide import Slide
from components.slides.story import Story
from data import store
from data.stories import drafts
from data.stories.drafts import Draft, Part
from queries.view import ALL

OWN = "stories"
"""Where the session keeps the stories of a reader who may not write."""

CHOSEN = "chosen"
"""The story of what was put into the show on other pages, in a link."""


@dataclass(frozen=True)
class Listed:
    """A story that goes with the data: its code in links, its name, and where its slides are."""

    code: str
    name: str
    count: int
    parts: tuple[Part, ...] = ()


def listed(page: Page[Any]) -> list[Listed]:
    """List the region's story, that of chosen slides, and those kept by name."""
    words = page.words
    default = default_story.parts(page.view)
    return [
        Listed(ALL, words("show.default_story"), 0, default),
        Listed(CHOSEN, words("show.chosen_story"), len(shelf.chosen())),
        *(Listed(_code(each.name), each.name, len(each.parts), each.parts) for each in _kept()),
    ]


Made = tuple[Slide | None, str]
"""A slide of today's data, None where its page has nothing to say, and the speaker's comment."""


def made(page: Page[Any], sources: Sources, told: Listed) -> list[Made]:
    """Make the slides of a story of today's data, in their order."""
    if told.code == CHOSEN:
        return [(slide, "") for slide in _in_language(page)]
    found = [(live.slide(page, sources, part), part.comment) for part in told.parts]
    if told.code:
        return found
    # Nobody has asked for the parts of the region's story that its pages cannot draw.
    return [(slide, said) for slide, said in found if slide is not None and slide.spec]


def story(name: str, slides: Sequence[Made]) -> Story:
    """Make a story of the slides that have something to say."""
    said = [(slide, comment) for slide, comment in slides if slide is not None]
    return Story(name, tuple(slide for slide, _ in said), tuple(comment for _, comment in said))


def copy(page: Page[Any], sources: Sources, told: Listed, name: str) -> tuple[str, int]:
    """Keep a story under another name; give its code, and how many slides no page makes today."""
    parts: Sequence[Part | None] = told.parts
    if told.code == CHOSEN:
        parts = [live.part_of(page, sources, slide) for slide in _in_language(page)]
    found = tuple(part for part in parts if part is not None)
    _keep(Draft(name, found))
    return _code(name), len(parts) - len(found)


def reorder(told: Listed, places: Sequence[int]) -> None:
    """Give a story the slides that stand at these places of it now, in this order."""
    if told.code == CHOSEN:
        slides = shelf.chosen()
        shelf.replace_all(tuple(slides[place] for place in places))
    else:
        _keep(Draft(told.name, tuple(told.parts[place] for place in places)))


def comment(told: Listed, place: int, said: str) -> None:
    """Write down what the speaker adds to a slide."""
    parts = list(told.parts)
    parts[place] = replace(parts[place], comment=said.strip())
    _keep(Draft(told.name, tuple(parts)))


def forget(told: Listed) -> None:
    """Remove a story that is kept by name."""
    if right().writes:
        access.insist_on_writing()
        drafts.forget(store.folder(), told.name)
    st.session_state.get(OWN, {}).pop(told.name, None)


def is_own(told: Listed) -> bool:
    """Tell whether a story is kept by name, so that it may be changed and removed."""
    return told.code not in (ALL, CHOSEN)


def may_change(told: Listed) -> bool:
    """Tell whether this reader may change a story: one kept beside the data is the editors'."""
    if told.code == ALL:
        return False
    return told.code == CHOSEN or right().writes or told.name in st.session_state.get(OWN, {})


def _in_language(page: Page[Any]) -> list[Slide]:
    return [slide for slide in shelf.chosen() if slide.language == page.words.language]


def _kept() -> list[Draft]:
    """List what is kept beside the data, then the reader's own."""
    own: dict[str, Draft] = st.session_state.get(OWN, {})
    there = drafts.saved(store.folder())
    return [draft for draft in there if draft.name not in own] + list(own.values())


def _keep(draft: Draft) -> None:
    if right().writes:
        access.insist_on_writing()
        drafts.save(store.folder(), draft)
    else:
        st.session_state.setdefault(OWN, {})[draft.name] = draft


def _code(name: str) -> str:
    """Give a story's code in links: short, and never that of a frozen one."""
    return f"own-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
