"""What a page makes of a view it cannot show in full: its offer, what fell, what was clicked."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from typing import Any

import streamlit as st

from components.base.i18n import Words
from components.base.shortened import listed, shortened
from components.shell import view_bar
from components.shell.page import Page
from components.shell.view_bar import Values
from queries.methods.coverage import month_ends
from queries.view import ALL, V, View, choose, default_of, value


def days(view: View) -> tuple[str, ...]:
    """Offer days to report on: the end of the year, the one of the link, the ends of months."""
    ends = [day.isoformat() for day in reversed(month_ends(dt.date(view.year, 12, 31), 12))]
    linked = (view.on,) if view.on and view.on not in ends else ()
    return (ALL, *linked, *ends[1:])


def narrowed(view: V, possible: Callable[[V], Mapping[str, Values]], fields: Collection[str]) -> V:
    """Give the view that a page shows: each field in turn one of what the page then offers."""
    offered = possible(view)
    for field in fields:
        if value(view, field) not in offered[field]:
            view = choose(view, field, next(iter(offered[field])))
            offered = possible(view)
    return view


def named(
    view: V, possible: Callable[[V], Mapping[str, Values]], fields: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Name the choices of filters whose values only their page can name."""
    words, offered = Words(view.language), possible(view)
    return tuple(
        (words(f"view.{field}"), dict(offered[field])[value(view, field)])  # type: ignore[arg-type]
        for field in fields
    )


def named_where_chosen(
    view: V, possible: Callable[[V], Mapping[str, Values]], fields: Collection[str]
) -> tuple[str, ...]:
    """Name the same choices in a line each, without those that nobody made."""
    made = [field for field in fields if value(view, field) != default_of(type(view), field)]
    return tuple(f"{name}: {of}" for name, of in named(view, possible, made))


def fallen(page: Page[View], fields: Collection[str]) -> list[str]:
    """List the fields of the link that the page shows otherwise; nobody misses a default."""
    return [
        field
        for field in fields
        if value(page.asked, field)
        not in (value(page.view, field), default_of(type(page.asked), field))
    ]


def fallen_values(page: Page[View], fields: Collection[str]) -> str:
    """Name what of the link the page does not have."""
    said = [
        f"{page.words('view.' + field)} «{shortened(value(page.asked, field))}»"
        for field in fallen(page, fields)
    ]
    return listed(said, page.words)


def tell_fallen(page: Page[View], fields: Collection[str]) -> None:
    """Say which choices of the link alone the page does not have; nothing of what nobody chose."""
    if said := fallen_values(page, fields):
        st.warning(page.words("notice.not_here", said=said))


def clickable(
    page: Page[View],
    spec: dict[str, Any],
    chart: tuple[str, str],
    field: str,
    opened: str,
    known: Collection[object],
) -> None:
    """Show a chart, by its name and its words for screen readers; a click chooses the field.

    Its key holds what is opened, so that each choice starts a new selection.
    """
    name, alt = chart
    key = f"{name}_{opened}"

    def chosen() -> None:
        points = st.session_state[key].selection.get("municipality") or [{}]
        code = str(points[0].get("oktmo", ""))
        if code in known:
            view_bar.choose(page.view, page.choices, field, code)

    st.vega_lite_chart(spec=spec, theme=None, key=key, on_select=chosen, alt=alt, width="content")
