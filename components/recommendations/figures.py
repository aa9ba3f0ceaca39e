"""Prepare the charts of the page: tiles of all recommendations, pairs that came back, marks."""

from typing import Any

import pandas as pd

from components.base.i18n import Words
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import links, sheet, split_bars, tiles
from components.recommendations import sentences
from components.recommendations.choice import RecommendationsView
from components.recommendations.numbers import chosen, opened
from components.recommendations.rows import marks, pairs
from queries.methods.decisions import PARTS, STATES

BOARD, PAIRS, MARKS = 664, 600, 640
LEAST_PAIRS = 480
"""Under it two columns of words have no room, px."""
MARKED = (*STATES, "unmarked")


def board(view: RecommendationsView) -> pd.DataFrame:
    """One row per shown recommendation, as a tile."""
    words, open_now = Words(view.language), opened(view)
    rows = [
        {
            "group": f"{words.short_day(row['start_date'])} · "
            f"{row['direction_no']}. {row['direction']}",
            "id": row["rec_id"],
            "name": row["rec_id"],
            "features": tuple(bool(row[f"has_{part}"]) for part in PARTS),
            "chosen": row["rec_id"] == open_now,
            "tooltip": f"{row['rec_id']}: {row['text_ru']}\n{sentences.lacking(row, words)}",
        }
        for row in chosen(view).to_dict("records")
    ]
    return pd.DataFrame(rows)


def board_spec(view: RecommendationsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw the tiles."""
    return sheet.packed(tiles.draw(board(view), palette(theme), figure(BOARD, room)))


def pairs_spec(view: RecommendationsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw what came back; only of a view that has any."""
    words, found = Words(view.language), pairs(view)
    drawn = found.rename(columns={"earlier": "left", "later": "right"})
    drawn = drawn.assign(
        left_text=found["text_ru"],
        right_text=found["later_text"],
        tooltip=[
            f"{row['pair']}\n{row['text_ru']}\n→ {row['later_text']}\n{row['added']}"
            for row in found.to_dict("records")
        ],
    )
    first, last = (found[side].iloc[0] for side in ("first", "last"))
    heads = (words.short_day(first), words.short_day(last))
    return sheet.packed(links.draw(drawn, heads, palette(theme), figure(PAIRS, room)))


def marks_spec(view: RecommendationsView, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw how far each shown recommendation was marked."""
    words, open_now = Words(view.language), opened(view)
    found = marks(view)
    drawn = found.assign(
        id=found["rec_id"],
        name=found["rec_id"] + " · " + found["text_ru"],
        chosen=found["rec_id"].eq(open_now),
        tooltip=[
            f"{row['rec_id']}: {row['text_ru']}\n{sentences.states(row, words)}"
            for row in found.to_dict("records")
        ],
    )
    heads = tuple(words(f"recommendations.head_{name}") for name in MARKED)
    return sheet.packed(split_bars.draw(drawn, MARKED, heads, palette(theme), figure(MARKS, room)))
