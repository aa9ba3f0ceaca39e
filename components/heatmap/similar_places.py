"""List the municipalities most like the open one, and in what each of them does better."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.base import group, likeness, picked
from components.base.choices import municipality_name
from components.base.i18n import Words
from components.base.markdown import strong
from components.heatmap.behind import REACHED
from components.heatmap.choice import HeatmapView
from components.heatmap.numbers import Heat
from components.shell import view_bar
from components.shell.page import Page
from queries.field_values import picked_of
from queries.links import write_link


def draw(page: Page[HeatmapView], h: Heat) -> None:
    """Draw a link for each, what it is like, and what it does better; or why there is none."""
    words, oktmo = page.words, page.view.municipality
    found = likeness.municipalities(page.view, oktmo)
    st.markdown(strong(words("likeness.places_title")))
    if found.refused:
        st.caption(words(f"likeness.refused_{found.refused}"))
        return
    st.caption(words("panel.itself", said=found.own))
    for row in found.rows.to_dict("records"):
        link = write_link(replace(page.view, municipality=row["oktmo"]), page.choices)
        st.page_link("pages/heatmap.py", label=f"{row['name']} →", query_params=link)
        far = words("likeness.distance", amount=words.number(row["distance"], 2))
        done = better(h, oktmo, row["oktmo"], words)
        st.caption(". ".join(part for part in (f"{far}: {row['said']}", done) if part))
    _group(page, [oktmo, *found.rows["oktmo"]])
    notes = [words("likeness.help", compared=", ".join(found.compared))]
    if found.tied:
        notes.append(words("likeness.tied", count=words.number(found.tied)))
    if found.missing:
        notes.append(words("likeness.missing", missing=", ".join(found.missing)))
    st.caption(" ".join(notes))


def _group(page: Page[HeatmapView], places: list[str]) -> None:
    """Offer to compare with the open municipality and those like it instead of the region."""
    view, words = page.view, page.words
    name = words("group.similar_name", place=municipality_name(view.municipality, words))
    name = name[: picked.LONGEST_NAME]
    chosen = replace(view, group=picked_of(places), group_name=name)
    st.button(
        words("group.similar"),
        key="group_similar",
        disabled=len(places) < group.LEAST,
        on_click=lambda: view_bar.change(view, chosen, page.choices),
    )


def better(h: Heat, own: str, other: str, words: Words) -> str:
    """Say in what the other does better; nothing where in nothing, or where it is not known.

    A full count by its larger share; a share of pupils where the intervals of the two do not meet.
    """
    here, there = (h.rows[h.rows["oktmo"].eq(place)].set_index("column") for place in (own, other))
    texts = h.cells.set_index(["oktmo", "column"])
    said = [
        words(
            "likeness.better",
            what=texts.at[(other, column), "column_title"],
            there=texts.at[(other, column), "text"],
            here=texts.at[(own, column), "text"],
        )
        for column in here.index.intersection(there.index)
        if _is_better(here.loc[column], there.loc[column])
    ]
    return words("panel.better", what="; ".join(said)) if said else ""


def _is_better(here: pd.Series, there: pd.Series) -> bool:
    if not here["state"] == there["state"] == "counted":
        return False
    if here["indicator"] in REACHED:
        return bool(there["share"] > here["share"])
    if here["kind"] != "pupil_rate":
        return False
    if here["direction"] == "higher":
        return bool(there["low"] > here["high"])
    return bool(there["high"] < here["low"])
