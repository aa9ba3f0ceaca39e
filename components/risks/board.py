"""Write schools × factors: each cell a mark and a word, and what changed since the stage before."""

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.markup import written
from components.base.school_link import school_link
from components.risks import sentences
from components.risks.choice import RisksView
from components.risks.numbers import factor_names, numbers
from queries.methods.risk_profiles import FIRST, LEVELS, NONE

RANKS = {NONE: 0} | {level: rank for rank, level in enumerate(reversed(LEVELS), 1)}
"""The order of levels, by which the board is sorted; what is unknown has no rank."""


def html(view: RisksView) -> Markup:
    """Write the schools that the reader sees, by municipality and name; no school, nothing."""
    words, names, n = Words(view.language), factor_names(view.language), numbers(view)
    codes = [view.factor] if view.factor else list(n.factors["risk_factor"])
    schools = of_factor(view)
    if schools.empty:
        return Markup()
    cells = n.cells.set_index(["school_id", "risk_factor"])
    return written(
        "risks/board.html",
        title=words("risks.title"),
        head=words("risks.column_name"),
        factors=[names[code] for code in codes],
        schools=[_line(row, codes, cells, view, words) for row in schools.to_dict("records")],
    )


def of_factor(view: RisksView) -> pd.DataFrame:
    """List the schools of the board: with the factor of the view at either stage, or every one."""
    n = numbers(view)
    if not view.factor:
        return n.schools
    here = n.cells[n.cells["risk_factor"].eq(view.factor)]
    known = here[here["level"].isin(LEVELS) | here["was"].isin(LEVELS)]
    return n.schools[n.schools["school_id"].isin(known["school_id"])]


def _line(
    row: dict, codes: list[str], cells: pd.DataFrame, view: RisksView, words: Words
) -> dict[str, object]:
    """One school: its place, and a cell a factor, or one that says why there are none."""
    own = [cells.loc[(row["school_id"], code)].to_dict() for code in codes]
    return {
        "name": school_link(row["school_id"], row["name"], view),
        "about": _about(row, view, words),
        "nothing": "" if row["surveyed"] else _nothing(row, own, view, words),
        "cells": [_cell(cell, words) for cell in own],
    }


def _cell(cell: dict, words: Words) -> tuple[str, object, str]:
    """One factor: its level in words, its rank to sort by, none if unknown, and its change."""
    level = cell["level"]
    rank = RANKS.get(level, "")
    return sentences.level(level, words), rank, _change(cell, words)


def _about(row: dict, view: RisksView, words: Words) -> str:
    """Say where a school is, and once for all factors that it was not surveyed before."""
    first = view.stage_before and row["surveyed"] and not row["before"]
    said = [words("risks.change_first")] if first else []
    return "; ".join([row["municipality"], *said])


def _change(cell: dict, words: Words) -> str:
    return "" if cell["change"] == FIRST else sentences.change(cell, words)


def _nothing(row: dict, own: list[dict], view: RisksView, words: Words) -> str:
    """Say that a school has no profile of the stage, and what it had at the stage before."""
    name = "risks.silent" if row["asked"] else "risks.not_asked"
    said = words(name, year=view.year)
    if not row["before"]:
        return said
    had = sum(cell["was"] in LEVELS for cell in own)
    return f"{said} {words('risks.had', n=had, year=view.stage_before)}"
