"""List shipped facts that were corrected since the region's version took them; offer them."""

from collections.abc import Callable, Sequence

import streamlit as st
from sqlalchemy import Table

from components.base import table_names
from components.base.choices import names
from components.base.i18n import Words
from components.base.own_rows import NAMES
from components.base.rights import right
from components.shell import listing
from data import store
from data.intake.screening.corrections import Correction, corrections, withdrawn
from data.intake.screening.own_rows import Key

SHOWN = 200


def draw(words: Words) -> None:
    """Say what was corrected since the current version, cell by cell; nothing if nothing was."""
    found = corrections(store.current())
    if found:
        st.info(words("versions.facts_corrected", n=len({(c.table, c.key) for c in found})))
        with st.expander(words("versions.facts_corrected_cells")):
            _listed(found, words)
    _withdrawn(words)


def _is_seen(table: Table) -> bool:
    """Tell whether this reader may see rows of a table; of schools only who sees every school."""
    return right().sees_all() or not set(NAMES) & set(table.columns.keys())


def chosen(words: Words) -> tuple[str, ...]:
    """Offer the corrected facts by table, and show them; give the tables to take them of."""
    found = corrections(store.current())
    _withdrawn(words)
    if not found:
        return ()
    taken = st.pills(
        words("import_data.corrected"),
        list(dict.fromkeys(str(correction.table.name) for correction in found)),
        selection_mode="multi",
        format_func=lambda name: table_names.title(name, words),
        key="corrected",
    )
    st.caption(words("import_data.corrected_help"))
    with st.expander(words("versions.facts_corrected_cells")):
        _listed(found, words)
    return tuple(taken)


def _listed(found: Sequence[Correction], words: Words) -> None:
    head = [
        words(key)
        for key in (
            "import_data.table",
            "versions.fact_row",
            "problem.column",
            "versions.fact_standing",
            "versions.fact_now",
        )
    ]
    seen = [each for each in found if _is_seen(each.table)]
    _table(head, seen, lambda each: _row(each, words), words)


def _withdrawn(words: Words) -> None:
    """List the rows among which facts are that the program has no more."""
    head = [words("import_data.table"), words("versions.fact_row")]
    for found in filter(lambda each: _is_seen(each.table), withdrawn(store.current())):
        title = table_names.title(found.table.name, words)
        with st.expander(words("versions.facts_withdrawn", table=title, n=found.least)):
            st.caption(words("versions.facts_withdrawn_help"))
            _table(head, found.keys, lambda key, of=title: (of, _named(key, words)), words)


def _table(
    head: list[str], found: Sequence, row: Callable[..., tuple[object, ...]], words: Words
) -> None:
    """Draw a row of each of the first that were found, and say how many more there are."""
    listing.draw(head, [row(each) for each in found[:SHOWN]])
    if len(found) > SHOWN:
        st.caption(words("versions.facts_more", n=len(found) - SHOWN))


def _named(key: Key, words: Words) -> str:
    places = names(words.language)["municipality"]
    return " · ".join(places.get(str(part), str(part)) for part in key)


def _row(found: Correction, words: Words) -> tuple[object, ...]:
    row = table_names.title(found.table.name, words), _named(found.key, words)
    if not found.column:
        return (*row, words("versions.fact_whole"), "", words("versions.fact_gone"))
    return (
        *row,
        table_names.heading(found.table.c[found.column], words),
        _cell(found.standing, words),
        _cell(found.fact, words),
    )


def _cell(cell: object, words: Words) -> str:
    if cell is None:
        return ""
    return words.number(cell) if isinstance(cell, float) else str(cell)
