"""Keep the slides that a reader has put into the show, for as long as the session lasts.

Slides hold rows, so a slide is given back only to the right under which it was made.
"""

import streamlit as st

from components.base.rights import right
from components.slides.slide import Slide

SHELF = "slides"
"""Where the session keeps, in their order, pairs of whose schools are seen and a slide."""


def add(slide: Slide) -> None:
    """Put a slide at the end of the show; one that is there already stays where it is."""
    if slide.fingerprint not in {each.fingerprint for each in chosen()}:
        st.session_state[SHELF] = [*_kept(), (right().municipalities, slide)]


def chosen() -> tuple[Slide, ...]:
    """Give the slides of the show that this reader may see, in their order."""
    return tuple(slide for whose, slide in _kept() if whose == right().municipalities)


def replace_all(slides: tuple[Slide, ...]) -> None:
    """Put these slides in the place of those that this reader sees: in another order, or fewer."""
    others = [pair for pair in _kept() if pair[0] != right().municipalities]
    st.session_state[SHELF] = [*others, *((right().municipalities, slide) for slide in slides)]


def _kept() -> list[tuple[frozenset[str] | None, Slide]]:
    return list(st.session_state.get(SHELF, []))
