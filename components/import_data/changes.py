"""Show what a new version would change: rows by table and place, and the headline numbers."""

import pandas as pd
import streamlit as st

from components.base import table_names
from components.base.choices import names
from components.base.i18n import Words
from components.shell import listing
from data.intake.screening.screen import Screened

STATES = ("added", "changed", "removed")


def draw(screened: Screened, words: Words) -> None:
    """Draw rows by table, by table and municipality, and what happens to the main numbers."""
    changed = screened.rows[screened.rows[list(STATES)].sum(axis=1).gt(0)]
    if changed.empty:
        st.info(words("import_data.nothing_changes"))
        return
    if screened.replaces_demonstration:
        st.info(words("import_data.demonstration_leaves"))
    whole = screened.rows.groupby("table", sort=False)[[*STATES, "rows"]].sum().reset_index()
    whole = whole[whole["table"].isin(changed["table"])]
    left, right = st.columns(2, gap="medium")
    with left:
        head = [words("import_data.table"), *(words(f"change.{s}") for s in STATES)]
        head.append(words("change.rows"))
        listing.draw(head, [_line(row, words) for row in whole.itertuples()])
        with st.expander(words("import_data.by_municipality", n=changed["oktmo"].nunique())):
            head.insert(1, words("view.municipality"))
            lines = [_line(row, words) for row in changed.itertuples()]
            listing.draw(head, lines)
    with right:
        _headlines(screened.headlines, words)


def _line(row, words: Words) -> tuple[object, ...]:  # type: ignore[no-untyped-def]
    amounts = [words.number(getattr(row, name)) for name in (*STATES, "rows")]
    title = table_names.title(row.table, words)
    if not hasattr(row, "oktmo"):
        return (title, *amounts)
    return (title, names(words.language)["municipality"].get(row.oktmo, row.oktmo), *amounts)


def _headlines(found: pd.DataFrame, words: Words) -> None:
    before, after = (
        found[[f"numerator_{side}", f"denominator_{side}"]].fillna(-1).to_numpy()
        for side in ("before", "after")
    )
    found = found[(before != after).any(axis=1)]
    if found.empty:
        st.markdown(words("import_data.headlines_stay"))
        return
    known = names(words.language)
    head = ["view.region", "view.indicator", "view.year", "change.before", "change.after"]
    lines = [
        (
            known["region"].get(row.region, row.region),
            known["indicator"].get(row.indicator, row.indicator),
            str(row.year),
            _counted(row.numerator_before, row.denominator_before, words),
            _counted(row.numerator_after, row.denominator_after, words),
        )
        for row in found.itertuples()
    ]
    listing.draw([words(key) for key in head], lines)
    st.caption(words("import_data.headlines_caption"))


def _counted(numerator: float, denominator: float, words: Words) -> str:
    if pd.isna(numerator):
        return words("change.nothing")
    if pd.isna(denominator):
        return words.number(numerator)
    return words("change.of", n=numerator, of=words.number(denominator))
