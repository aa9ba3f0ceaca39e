"""Draw the page: the list of stories, the open one, what may be done with it."""

import streamlit as st

from components.base import picked
from components.shell.page import Page
from components.shell.provenance import local, made_at
from components.show import doing, editor, files, frozen_story, listing, stage, stories, tools
from components.show.choice import ShowView
from components.show.frozen_story import Opened
from components.show.live import Sources
from components.show.stories import CHOSEN, Listed
from components.slides import made
from components.slides.story import Story
from data import store
from data.stories import frozen, standing


def draw(page: Page[ShowView], sources: Sources) -> None:
    """Draw the stories beside the one that the link opens."""
    doing.tell_fault(page.words)
    tools.tell(page)
    if page.view.picked:
        st.caption(page.words("show.picked", said=picked.said(page.view, page.words)))
    listed = stories.listed(page)
    left, right = st.columns([2, 5], gap="medium")
    with left:
        listing.draw(page, listed)
    with right:
        if frozen.NAME.fullmatch(page.view.story):
            _frozen(page, frozen_story.opened(page.view.story))
        elif made.refused(page) == "older":
            st.info(page.words("slides.refused_older"))
        else:
            _live(page, sources, listed)


def _live(page: Page[ShowView], sources: Sources, listed: list[Listed]) -> None:
    told = next((each for each in listed if each.code == page.view.story), None)
    if told is None:
        st.warning(page.words("show.not_found"))
        told = listed[0]
    slides = stories.made(page, sources, told)
    story = stories.story(told.name, slides)
    st.subheader(told.name, anchor=False)
    if story.slides:
        _show(page, story)
    else:
        nothing = "show.nothing_chosen" if told.code == CHOSEN else "show.nothing_to_say"
        st.info(page.words(nothing))
    if missing := len(slides) - len(story.slides):
        st.caption(page.words("show.missing", n=missing))
    tools.draw(page, sources, told, slides, story)
    editor.draw(page, told, slides)


def _frozen(page: Page[ShowView], opened: Opened) -> None:
    words, told = page.words, opened.told
    st.subheader(told.name, anchor=False)
    when = words.moment(local(told.frozen_at))
    st.markdown(words("show.frozen_head", when=when, version=told.version))
    _state(page, opened)
    for count, closed in (
        (opened.of_schools, "show.closed_schools"),
        (opened.of_results, "show.closed_results"),
    ):
        if count:
            st.warning(words(closed, n=count))
    if opened.story.slides:
        _show(page, opened.story)
        files.draw(opened.story, words)
        st.caption(words("show.fingerprint", fingerprint=opened.story.fingerprint))
    for place, each in enumerate(zip(opened.story.slides, opened.story.comments, strict=True)):
        st.html(editor.small(each, place, words))


def _state(page: Page[ShowView], opened: Opened) -> None:
    """Say whether there are newer data, and what became of the version."""
    words, state = page.words, standing.of(store.folder(), opened.told.version)
    if state == "current":
        st.caption(words("show.state_current"))
    elif state == "newer":
        now = words.moment(made_at(page.version))
        st.info(words("show.state_newer", now=now))
    else:
        said = "show.state_withdrawn" if state == "withdrawn" else "show.state_removed"
        st.warning(words(said))


def _show(page: Page[ShowView], story: Story) -> None:
    stage.draw(story, listing.address(page, page.view.story), page.view.slide, page.words)
