"""Remember in the session what a person has said of a sheet while its recipe is being made."""

from dataclasses import dataclass, field

import streamlit as st

from data.intake.received.recipe import ColumnRule

KEPT = "recipe_"
"""Beginning of the names under which drafts are kept."""


@dataclass
class Draft:
    """What was said otherwise than guessed of one sheet, header and table."""

    key: str
    table: str
    columns: dict[int, tuple[ColumnRule, ...]] = field(default_factory=dict)
    schools: dict[tuple[str, str], str] = field(default_factory=dict)
    """Code by municipality and name; an empty one is of a new school."""


def of(key: str, table: str) -> Draft:
    """Give the draft of a sheet for a table; it lasts as long as the session."""
    name = f"{key}_{table}"
    draft: Draft = st.session_state.setdefault(KEPT + name, Draft(name, table))
    return draft
