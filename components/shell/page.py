"""Begin and end every page the same way: view, title, marks, notices, provenance."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base import picked, several_values
from components.base.choices import choices, municipality_name, names, region_name
from components.base.i18n import Words
from components.base.rights import right
from components.base.shortened import listed, shortened
from components.base.theme import Palette, palette
from components.shell import (
    arranged,
    group_bar,
    internal_view,
    navigation,
    other_years,
    picked_bar,
    provenance,
    room,
    several_bar,
    view_bar,
    viewed_version,
)
from queries.view import ALL, NEVER, Choices, V, View

V_co = TypeVar("V_co", bound=View, covariant=True)


@dataclass(frozen=True)
class Page(Generic[V_co]):
    """What a page works with: the reader's view, language and colours, and the data version."""

    view: V_co
    asked: V_co
    """What the link asked for, before it was narrowed to what the page can show."""

    words: Words
    palette: Palette
    theme: str
    room: int
    choices: Choices
    version: pd.Series
    tools: DeltaGenerator
    of_region: bool = False
    """Whether its numbers are the region's, and a municipality is only marked on its charts."""

    bar: tuple[str, ...] = ()
    """The fields that are chosen on it: it is of no year, for instance, if no year is."""

    name: str = ""
    """Its name in address, menu and texts."""

    def scope(self) -> str:
        """Name the place, the year and the schools: «Ростовская область · 2022 · сельские»."""
        view, words, bar = self.view, self.words, self.bar
        parts = [region_name(view.region, words)]
        if "municipality" in bar and view.municipality != ALL and not self.of_region:
            parts.append(municipality_name(view.municipality, words))
        if "year" in bar:
            parts.append(str(view.year))
        if "schools" in bar and view.schools != "all":
            parts.append(words(f"page.schools_{view.schools}"))
        if "cohort" in bar and view.cohort != NEVER:
            parts.append(words("page.cohort", year=view.cohort))
        if "picked" in bar and view.picked:
            parts.append(picked.said(view, words))
        several = (field for field in several_values.chosen(view) if field in bar)
        parts.extend(several_values.counted(view, field, words) for field in several)
        return " · ".join(parts)


def begin(
    name: str,
    kind: type[V],
    bar: tuple[str, ...],
    narrowed: Callable[[V], V] | None = None,
    possible_here: view_bar.Options[V] | None = None,
    of_region: bool = False,
) -> Page[V]:
    """Read the view, mark demonstration data, write the title and the filters of `bar`.

    `name` is the page's in address, menu and texts; its `kind` of view has what it alone asks for.
    A page that cannot show every view says what it makes of one: `narrowed`, and which values it
    offers: `possible_here`. `of_region`: its numbers are of the whole region in any case.
    """
    navigation.insist()
    possible = choices()
    asked, refused = _asked(possible, kind)
    words = Words(asked.language)
    theme = st.context.theme.type or "light"
    version = provenance.version()
    provenance.demonstration_mark(words, version)
    internal_view.mark(words)
    viewed_version.mark(words, words.moment(provenance.made_at(version)))
    with st.container(horizontal=True, vertical_alignment="center", key="title_row"):
        title = st.empty()
        tools = st.container(horizontal=True, width="content")
    with view_bar.standing(asked, possible, words, bar):
        view = narrowed(asked) if narrowed else asked
        seen = (words, palette(theme), theme, room.shown())
        page = Page(view, asked, *seen, possible, version, tools, of_region, bar, name)
        scope = f" · {page.scope()}" if bar else ""
        title.header(words(f"{name}.title") + scope, anchor=False)
        st.set_page_config(page_title=f"{words(f'{name}.title')}{scope} · 500+")
        _notices(page, refused)
        view_bar.draw(view, possible, words, bar, possible_here)
        picked_bar.draw(view, possible, words, bar)
        several_bar.draw(view, possible, words, bar)
        if "group" in bar:
            group_bar.draw(view, possible, words)
    return page


def _asked(possible: Choices, kind: type[V]) -> tuple[V, view_bar.Refused]:
    """Read the link of this run, and what of it fell: of tables before it is written anew."""
    tables = arranged.refused()
    asked, refused = view_bar.current(possible, kind)
    return asked, (*refused, *viewed_version.refused(), *tables)


def _notices(page: Page[View], refused: view_bar.Refused) -> None:
    """Offer the link of the page; say what the reader does not see, and what his link garbled."""
    words = page.words
    with page.tools:
        if "group" in page.bar:
            group_bar.offer(page.view, page.choices, words)
        several_bar.offer(page.view, page.choices, words, page.bar)
        # A part that runs alone would take what room there is in this line.
        with st.container(width="content"):
            arranged.draw(page.name, words)
    if not right().sees_all():
        st.caption(rights_said(words))
    refused = other_years.draw(page.view, page.choices, words, refused)
    if refused:
        said = [f"{words(f'view.{field}')} = «{shortened(value)}»" for field, value in refused]
        st.warning(words("notice.refused", said=listed(said, words)))


def rights_said(words: Words) -> str:
    """Say whose schools a reader sees who does not see all, and that rows of others are left out.

    Municipalities that this version does not have are not named.
    """
    known = names(words.language)["municipality"]
    places = sorted(known[oktmo] for oktmo in right().municipalities or () if oktmo in known)
    if not places:
        return words("rights.totals")
    return words("rights.own", places=", ".join(places))


def end(page: Page[View]) -> None:
    """Say where the numbers come from, on every page in the same words."""
    provenance.footer(page.words, page.version)
