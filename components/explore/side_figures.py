"""Draw what stands side by side: all indicators of a year, and one of them over the years."""

from typing import Any, Literal, get_args

import pandas as pd

from components.base.choices import region_name
from components.base.i18n import Words
from components.base.pins import Kind
from components.base.records import records
from components.base.room import LAPTOP, figure
from components.base.theme import palette
from components.charts import multiples, plot, sheet, side_dots
from components.charts.cells import SYMBOLS as SHAPES
from components.explore import side_rows
from components.explore.side import Side, over_years, region_over_years, side
from components.explore.side_trends import trends
from components.heatmap.cell_texts import SYMBOLS
from queries.view import View

WIDTH, ACROSS, LEAST, TALL = 960, 4, 230, 170
"""px of the figures; small charts beside each other; px of the narrowest, and of their height."""

Block = Literal["shares", "counts"]
BLOCKS: tuple[Block, ...] = get_args(Block)
"""What has a scale of its own: shares of pupils, which have intervals, and all else in per cent."""

SAME = {"look": "same", "sign": "ring"}
COUNT = {"look": "other", "sign": "bar"}
BASE = {"look": "main", "sign": "dot"}


def indicators_spec(
    view: View, kind: Kind, base: str, block: Block, theme: str, room: int = LAPTOP
) -> dict[str, Any]:
    """Draw every share of the year with its interval, those of one indicator together."""
    words, rows = Words(view.language), drawn_rows(view, kind, base, block)
    marks = side_dots.ticks(rows)
    digits = 0 if all(tick == int(tick) for tick in marks) else 1
    ticks = {tick: words.percent(tick, digits) for tick in marks}
    drawn = side_dots.draw(rows, ticks, palette(theme), figure(WIDTH, room))
    return sheet.packed(drawn)


def drawn_rows(view: View, kind: Kind, base: str, block: Block) -> pd.DataFrame:
    """Give the rows of a block that are drawn: of indicators in per cent with any share shown."""
    found = side(view, kind, base)
    rows = side_rows.compared(view, kind, base)
    rows = rows[rows["unit"].eq("%") & rows["kind"].eq("pupil_rate").eq(block == "shares")]
    rows = rows[rows.groupby("column")["share"].transform("count").gt(0)]
    looks = [_look(row, found) for row in records(rows)]
    return rows.assign(
        look=[look["look"] for look in looks],
        sign=[look["sign"] for look in looks],
        tooltip=[f"{row['tooltip']} · {row['said']}" for row in records(rows)],
    )


def _look(row: dict, found: Side) -> dict[str, str]:
    """Colour a dot by how it differs from the base: a full count is not judged."""
    if row["kind"] != "pupil_rate":
        return COUNT
    if row["pin"] == str(found.base):
        return BASE
    if row["word"] not in ("higher", "lower"):
        return SAME if row["word"] == "same" else {"look": "not_compared", "sign": "ring"}
    is_better = (row["word"] == "lower") == (row["direction"] == "lower")
    word = "better" if is_better else "worse"
    return {"look": word, "sign": SHAPES[SYMBOLS[word]]}


def years_spec(view: View, kind: Kind, theme: str, room: int = LAPTOP) -> dict[str, Any]:
    """Draw a small chart for each pin, all on one scale, the region's own line grey in each."""
    found = over_years(view, kind)
    told = trends(view, kind).set_index("pin")["word"].to_dict()
    word = pd.Series([told.get(pin, "unknown") for pin in found["pin"]], found.index)
    rows = found.assign(
        oktmo=found["pin"],
        x=found["column"].astype(float),
        look=word.replace("unknown", "not_compared"),
        sign=[SHAPES[SYMBOLS.get(each, "○")] for each in word],
        note=found.groupby("pin")["text"].transform("last"),
    )
    ground = region_over_years(view)
    ground = ground[ground["share"].notna()].assign(x=ground["column"].astype(float))
    breaks = sorted(set(found.loc[found["state"].eq("break"), "column"].astype(float)))
    shares = pd.concat([rows["share"], ground["share"]]).dropna()
    highest = plot.ticks(float(shares.max()) if len(shares) else 100.0, 2)[-1]
    wide = figure(WIDTH, room)
    columns = max(min(ACROSS, rows["pin"].nunique(), wide // LEAST), 1)
    ends = pd.DataFrame({"x": sorted({*rows["x"]})}) if ground.empty else ground
    drawn = multiples.draw(
        rows,
        ends.assign(share=ends.get("share")),
        breaks,
        highest,
        palette(theme),
        "",
        wide,
        columns,
        TALL,
    )
    return sheet.packed(drawn)


def explained(view: View, words: Words) -> str:
    """Say how the small charts are read."""
    return words("side.years_help", region=region_name(view.region, words))
