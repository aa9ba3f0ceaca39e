"""Prepare the heat map of a view: compared rows, then ready cells in the order asked for."""

from dataclasses import dataclass

import pandas as pd

from components.base import group
from components.base.choices import choices, names, region_name, rules
from components.base.i18n import Words
from components.base.load import keep, load
from components.base.pupils import visible
from components.heatmap import cell_texts as display
from components.heatmap.choice import HeatmapView, numbers_key
from queries import cells as questions
from queries.methods.comparison import compared, whole


@dataclass(frozen=True)
class Heat:
    """The region's row and the municipalities' rows, compared and as drawn."""

    rows: pd.DataFrame
    cells: pd.DataFrame

    def region(self) -> pd.DataFrame:
        """Give the region's own cells."""
        return self.cells[self.cells["row"].eq(-1)]

    def whole(self) -> str:
        """Name what municipalities are compared with: the region, a group, picked schools."""
        return str(self.rows.loc[self.rows["row"].eq(-1), "name"].iloc[0])

    def municipalities(self) -> pd.DataFrame:
        """Give the municipalities' cells."""
        return self.cells[self.cells["row"].ge(0)]

    def column(self, code: str) -> pd.DataFrame:
        """Give the municipalities' compared rows of one column."""
        return self.rows[self.rows["row"].ge(0) & self.rows["column"].eq(code)]


def heat(view: HeatmapView) -> Heat:
    """Give the heat map of a view, made once per data version; the municipality does not matter."""
    return keep(_heat, numbers_key(view))


def _heat(view: HeatmapView) -> Heat:
    question = questions.by_indicator if view.axis == "indicators" else questions.by_year
    words, numbers = Words(view.language), rules(view.region)
    found = _standing(load(question, view))
    found = found[found["column"].isin(_with_anything(found))]
    found = found.assign(**{name: visible(found[name]) for name in questions.SHOWN})
    total = _first_row(found, view, words)
    region, rows = compared(total, numbers), compared(found, numbers, view.group_places or None)
    if view.places:  # each is compared as beside all others, and stands alone
        rows = rows[rows["oktmo"].isin(view.several_places)]
    rows = pd.concat([region.assign(row=-1), rows.assign(row=_order(rows, view))])
    rows = rows.reset_index(drop=True)
    titles = {code: _title(code, view, words) for code in rows["column"].unique()}
    return Heat(rows, display.shown(rows, titles, words))


def _first_row(found: pd.DataFrame, view: HeatmapView, words: Words) -> pd.DataFrame:
    """One row per column for what municipalities are compared with: the region, or a group.

    A group is shown where each of its municipalities is, so that it tells nothing more of any.
    """
    if not view.group:
        name = words("picked.row") if view.picked else region_name(view.region, words)
        return whole(found, view.region, name)
    inside = found[found["oktmo"].isin(view.group_places)]
    inside = inside.assign(region_shown=inside["shown"])
    return whole(inside, view.region, group.called(view, words))


def _standing(found: pd.DataFrame) -> pd.DataFrame:
    """Leave out municipalities that existed in none of the years asked about."""
    known = choices()
    stands = [
        known.stands(oktmo, year) for oktmo, year in zip(found["oktmo"], found["year"], strict=True)
    ]
    return found[found["oktmo"].isin(found.loc[stands, "oktmo"])]


def _with_anything(found: pd.DataFrame) -> list[str]:
    """List the columns in which any municipality has a count, a value or a known break."""
    has = found["denominator"].notna() | found["numerator"].notna() | found["value"].notna()
    return found.loc[has | found["broken"].astype(bool), "column"].unique().tolist()


def _title(column: str, view: HeatmapView, words: Words) -> str:
    return names(words.language)["indicator"][column] if view.axis == "indicators" else column


def _order(rows: pd.DataFrame, view: HeatmapView) -> pd.Series:
    """Number the municipalities from the top: by schools in need, by the indicator, or by name."""
    names = dict(zip(rows["oktmo"], rows["name"], strict=True))
    touched = _deciding(rows, view).dropna().to_dict()
    ordered = sorted(names, key=lambda oktmo: (-touched.get(oktmo, -1.0), names[oktmo]))
    places = {oktmo: place for place, oktmo in enumerate(ordered)}
    return pd.Series([places[oktmo] for oktmo in rows["oktmo"]], rows.index, dtype="int64")


def _deciding(rows: pd.DataFrame, view: HeatmapView) -> pd.Series:
    """Give the number each municipality is ordered by; none when the order is by name."""
    if view.order == "affected":
        schools = load(questions.by_indicator, view)
        need = schools[schools["column"].eq("IND-19")].set_index("oktmo")
        return need["numerator"].astype(float)
    if view.order == "name":
        return pd.Series(dtype=float)
    column = view.indicator if view.axis == "indicators" else str(view.year)
    return _touched(rows[rows["column"].eq(column)].set_index("oktmo")).astype(float)


def _touched(part: pd.DataFrame) -> pd.Series:
    """Count the schools, measures or pupils' results behind an indicator that call for help."""
    gap = (part["denominator"] - part["numerator"]).where(
        part["direction"].eq("higher"), part["numerator"]
    )
    lacking = (part["value"].max() - part["value"]).where(
        part["direction"].eq("higher"), part["value"]
    )
    return gap.where(part["kind"].ne("value"), lacking)
