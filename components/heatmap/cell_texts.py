"""Turn compared cells into what the reader sees: a text, a symbol, a fill and a sentence.

One row in, one row out; the columns of the result are those that every chart of cells draws.
"""

import numpy as np
import pandas as pd

from components.base.i18n import Words
from components.base.records import records
from components.charts.cells import LOOKS, NOTHING, style_of

VERDICTS = ("better", "worse", "same", "not_compared")
SYMBOLS = {verdict: LOOKS[verdict].mark for verdict in VERDICTS}
READ = [
    *("name", "column", "state", "kind", "unit", "verdict", "direction"),
    *("numerator", "denominator", "share", "low", "high", "muted"),
]
SCALES = (5.0, 10.0, 20.0, 50.0, 100.0)
"""Tops of the five-class ramp, per cent: a column takes the first that holds its largest share."""


def shown(rows: pd.DataFrame, titles: dict[str, str], words: Words) -> pd.DataFrame:
    """Give oktmo, name, row, column, its title and place, and how each cell looks and reads."""
    read = records(rows[READ])
    named, styles = [titles[row["column"]] for row in read], [style_of(row) for row in read]
    return rows[["oktmo", "name", "row", "column", "share"]].assign(
        column_title=named,
        column_row=np.unique(rows["position"], return_inverse=True)[1],
        style=styles,
        symbol=[SYMBOLS.get(name, "") for name in styles],
        shade=_shades(rows),
        muted=rows["muted"],
        text=[text(row, words) for row in read],
        tooltip=[sentence(row, title, words) for row, title in zip(read, named, strict=True)],
    )


def text(row: dict, words: Words) -> str:
    """Write what stands in one cell."""
    if row["state"] in NOTHING:
        return words(f"state.{row['state']}")
    if row["kind"] == "coverage":
        return count(row["numerator"], row["denominator"], words)
    return amount(row["share"], row["unit"], words)


def amount(value: float, unit: str, words: Words) -> str:
    """Write a value in the unit of its indicator: per cent, points, or a plain number."""
    if unit == "points":
        return words("unit.marks", n=round(value, 1))
    return words.percent(value) if unit == "%" else words.number(value, 0 if value % 1 == 0 else 1)


def count(part: float, total: float, words: Words) -> str:
    """Write a full count as «2 из 3»; only the part where the total is not known."""
    if np.isnan(total):
        return words.number(part)
    return words("cell.of", part=words.number(part), total=words.number(total))


def sentence(row: dict, title: str, words: Words) -> str:
    """Say one cell in full: whose it is and of what, its value, interval and verdict in words."""
    return f"{row['name']} · {title}: {_meaning(row, words)}"


def _meaning(row: dict, words: Words) -> str:
    if row["state"] in NOTHING:
        return words(f"state.{row['state']}_help")
    said = text(row, words)
    if row["kind"] == "pupil_rate" and row["low"] == row["low"]:
        low, high = words.number(row["low"], 1), words.percent(row["high"])
        interval = words("cell.interval", low=low, high=high)
        return f"{said} ({interval}): {words('verdict.' + direction(row))}"
    if row["kind"] == "coverage" and not np.isnan(row["share"]):
        small = f" · {words('cell.small')}" if row["muted"] else ""
        return f"{said} ({words.percent(row['share'])}){small}"
    return f"{said} · {words('verdict.not_compared')}"


def direction(row: dict) -> str:
    """Name how a share stands against the rest of the region: lower, higher, same, not_compared."""
    if row["verdict"] in ("same", "not_compared"):
        return str(row["verdict"])
    good_is_low = row["direction"] == "lower"
    return "lower" if (row["verdict"] == "better") == good_is_low else "higher"


def classes(share: np.ndarray) -> np.ndarray:
    """Sort shares of full counts, per cent, into five equal classes of their own scale."""
    largest = np.nanmax(share) if np.isfinite(share).any() else 0.0
    top = next((scale for scale in SCALES if largest <= scale), SCALES[-1])
    return np.clip(np.floor(np.nan_to_num(share) / top * 5), 0, 4).astype(int)


def _shades(rows: pd.DataFrame) -> np.ndarray:
    """Class the shares of each column by themselves."""
    shades, share = np.zeros(len(rows), dtype=int), rows["share"].to_numpy(float)
    column = pd.factorize(rows["column"])[0]
    for number in np.unique(column):
        shades[column == number] = classes(share[column == number])
    return shades
