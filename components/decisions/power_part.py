"""Draw how many schools must be helped for an effect to be seen."""

from dataclasses import replace
from functools import partial

import numpy as np
import streamlit as st

from components.base.choices import rules, setting
from components.base.i18n import Words
from components.base.load import keep
from components.decisions import power
from components.decisions.choice import EFFECTS, DecisionsView, in_language, power_key
from components.decisions.numbers import visits
from components.decisions.power import Needed, Spread
from components.shell import tables, view_bar
from components.shell.downloads_menu import Offer
from components.shell.page import Page
from components.slides import menu
from components.slides.told import Told
from queries.methods.refusal import Refusal

SCALE = 330
"""Width of the slider of the effect, px."""


def finding(page: Page[DecisionsView]) -> str:
    """Say how many schools an effect needs, or that it cannot be told."""
    words, view = page.words, page.view
    of = power.spread(view)
    if isinstance(of, Refusal):
        return words("decisions.power_refused_title")
    return needed(power.needed(view, of, power.effect(view)), of, view, words)


def draw(page: Page[DecisionsView]) -> None:
    """Draw the slider, the sentence and the table of other effects; or say why nothing is told."""
    words, view = page.words, page.view
    of = power.spread(view)
    if isinstance(of, Refusal):
        st.write(words(f"decisions.power_refused_{of.reason}"))
        return
    size = power.effect(view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="head_power"):
        with st.container(width=SCALE):
            values = sorted({*EFFECTS, round(size)})
            view_bar.scale(view, page.choices, words, "effect", values, round(size))
        menu.draw(page, offered(page), told(page))
    if said := with_visits(power.needed(view, of, size), of, view, words):
        st.markdown(said)
    key = replace(in_language(power_key(view), view), visits=visits(view))
    st.html(keep(tables.of_view, power.table, power.TABLE, key, "decisions", "boxed"))
    st.caption(rests_on(of, view, words))


def needed(found: Needed, of: Spread, view: DecisionsView, words: Words) -> str:
    """Say how many schools are needed, or that so many there are not."""
    size = words.number(found.effect, 0 if found.effect == round(found.effect) else 1)
    wanted = words.percent(setting("power", view.region), 0)
    if isinstance(found.helped, Refusal):
        best = words.percent(100 * float(str(found.helped.details["power"])), 0)
        return words("decisions.power_never", effect=size, power=wanted, n=of.schools, best=best)
    return words("decisions.power_needed", effect=size, power=wanted, n=found.helped)


def with_visits(found: Needed, of: Spread, view: DecisionsView, words: Words) -> str:
    """Say what as many schools as can be visited let be seen; nothing where that is not known."""
    if np.isnan(found.chance):
        return ""
    chance, many = words.percent(100 * found.chance, 0), visits(view)
    said = words("decisions.power_visits", n=many, chance=chance)
    least = power.seen_effect(view, of)
    if isinstance(least, Refusal):
        return said
    wanted, seen = words.percent(setting("power", view.region), 0), words.number(least, 1)
    return f"{said} {words('decisions.power_seen', seen=seen, power=wanted)}"


def rests_on(of: Spread, view: DecisionsView, words: Words) -> str:
    """Say what the numbers rest on: the year, the schools, their spread, the test."""
    return words(
        "decisions.power_rests_on",
        year=of.year,
        n=of.schools,
        share=words.percent(of.share),
        spread=words.number(of.spread, 1),
        likeness=words.number(of.likeness, 3),
        results=words.number(of.results),
        level=words.percent(100 * (1 - rules(view.region).confidence), 0),
    )


def offered(page: Page[DecisionsView]) -> Offer:
    """Give what every effect needs as it leaves."""
    key, words = replace(power_key(page.view), visits=visits(page.view)), page.words
    made = partial(keep, power.table, key)
    columns = tables.file_columns(power.TABLE, words, "decisions")
    said = ((words("view.visits"), words.number(visits(page.view))),)
    return Offer(
        "decisions_power",
        words("decisions.table_power"),
        len(made()),
        made,
        columns,
        lambda: said,
        filters=("region", "year"),
    )


def told(page: Page[DecisionsView]) -> Told:
    """Say how many schools an effect needs, and what that rests on."""
    of = power.spread(page.view)
    if isinstance(of, Refusal):
        return Told(finding(page))
    return Told(finding(page), rests_on(of, page.view, page.words))
