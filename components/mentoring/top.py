"""Draw the head of the page, how far the place is, and the road to the target with the gaps."""

import streamlit as st

from components.base.load import keep
from components.base.markdown import strong
from components.base.room import figure
from components.heatmap.views import clickable
from components.mentoring import figures, rows, told
from components.mentoring.choice import MentoringView, figures_key
from components.mentoring.listing import offered
from components.mentoring.numbers import INDICATOR, numbers
from components.shell import school_counts
from components.shell.page import Page
from components.slides import menu
from queries.view import ALL

WIDTH = figures.ROAD_WIDTH + 4


def draw(page: Page[MentoringView]) -> None:
    """Say the count and the road in two lines."""
    st.subheader(told.headline(page), anchor=False)
    st.markdown(told.road(page))
    school_counts.draw(page, ("reported",), school_counts.counted(page))


def road(page: Page[MentoringView]) -> None:
    """Draw the road to the target and, beside it, the municipalities with most to do."""
    with st.container(horizontal=True, gap="medium", wrap=False, key="row_road"):
        with st.container(width=figure(WIDTH, page.room)):
            chart(page)
        with st.container():
            charted = _gaps(page)
            if not charted:
                caption(page)
    files(page)
    if charted:
        caption(page)


def files(page: Page[MentoringView]) -> None:
    """Offer the months of the road, where no table of them stands below."""
    if len(numbers(page.view).monthly):
        offer = offered(page, "months", rows.months, rows.MONTHS)
        with page.tools:
            menu.draw(page, offer, told.told(page, "months", offer.title))


def chart(page: Page[MentoringView]) -> None:
    """Draw the road to the target."""
    words, view = page.words, page.view
    if not len(numbers(view).monthly):
        st.caption(words("mentoring.no_months"))
        return
    spec, alt = (
        keep(figures.road_spec, figures_key(view), page.theme, page.room),
        words("mentoring.road_alt"),
    )
    st.vega_lite_chart(spec=spec, theme=None, key="road", alt=alt, width="content")


def caption(page: Page[MentoringView]) -> None:
    """Say what is counted, what the target is, and how many schools nothing is known of."""
    n, words = numbers(page.view), page.words
    silent = [words("mentoring.silent", n=n.silent)] if n.silent else []
    st.caption(" ".join([words("mentoring.caption"), *silent]))


def _gaps(page: Page[MentoringView]) -> bool:
    """Draw the municipalities with most schools not covered; of one place, say its standings.

    Tell whether there is a chart, or only sentences that leave room below them.
    """
    n, words, view = numbers(page.view), page.words, page.view
    if view.municipality == ALL and n.covered < n.listed:
        with st.container(horizontal=True, vertical_alignment="center", key="head_gaps"):
            st.markdown(strong(words("mentoring.gaps_title")))
            offer = offered(page, "places", rows.places, rows.PLACES)
            menu.draw(page, offer, told.told(page, "places", offer.title))
        spec = keep(figures.gaps_spec, figures_key(view), page.theme, page.room)
        clickable(page, spec, "gaps", INDICATOR)
        st.caption(words("mentoring.gaps_legend"))
        return True
    for standing, count in n.standings.items():
        st.markdown(words(f"mentoring.standing_{standing}", n=int(count)))
    return False
