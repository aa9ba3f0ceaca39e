"""Say in what a municipality lags behind its region, and in what it is silent.

A share of pupils lags by its verdict alone. A full count has no verdict: that its share is below
the region's is told with both.
"""

import pandas as pd

from components.base.i18n import Words
from components.heatmap.numbers import Heat

REACHED = ("IND-03", "IND-13", "IND-20")
"""Full counts that are to come to all: mentored, done, trained; how many need help is no lag."""


def said(h: Heat, oktmo: str, words: Words) -> str | None:
    """Name what lags, with the numbers beside the region's; None where nothing is known of it."""
    own = h.rows[h.rows["oktmo"].eq(oktmo)].set_index("column")
    if own.empty or not own["state"].eq("counted").any():
        return None
    texts = h.cells[h.cells["oktmo"].eq(oktmo)].set_index("column")
    less, worse = behind(h, own)
    silent = list(own.index[own["state"].eq("not_reported")])
    titles = texts["column_title"]
    parts = []
    if less:
        told = "; ".join(_share(h, own, titles, less, words))
        parts.append(words("panel.less", what=told, whole=h.whole()))
    if worse:
        shares = [f"{titles[column]} — {texts.at[column, 'text']}" for column in worse]
        parts.append(words("panel.worse", what="; ".join(shares)))
    if not parts:
        parts.append(words("panel.no_lag"))
    if silent:
        parts.append(words("panel.silent", what=", ".join(titles[silent])))
    return " ".join(parts)


def behind(h: Heat, own: pd.DataFrame) -> tuple[list[str], list[str]]:
    """List the columns with a full count below the region's share, and those of a bad verdict."""
    beside = own.index.map(_of_region(h))
    below = own["indicator"].isin(REACHED) & own["state"].eq("counted") & own["share"].lt(beside)
    return list(own.index[below]), list(own.index[own["verdict"].eq("worse")])


def _of_region(h: Heat) -> pd.Series:
    return h.rows[h.rows["row"].eq(-1)].set_index("column")["share"]


def _share(
    h: Heat, own: pd.DataFrame, titles: pd.Series, columns: list[str], words: Words
) -> list[str]:
    whole = _of_region(h)
    return [
        words(
            "panel.lag",
            what=titles[column],
            here=words.percent(own.at[column, "share"], 0),
            region=words.percent(whole[column], 0),
        )
        for column in columns
    ]
