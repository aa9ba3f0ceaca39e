"""Give the shares of a cohort the limits that the page of dynamics draws around its line."""

import pandas as pd

from components.base.choices import setting
from components.base.i18n import Words
from components.dynamics import lines
from components.dynamics.choice import DynamicsView
from components.dynamics.numbers import numbers
from components.heatmap.cell_texts import sentence
from components.heatmap.choice import HeatmapView
from queries.view import of

NONE = float("nan")


def with_bands(rows: pd.DataFrame, view: HeatmapView) -> pd.DataFrame:
    """Put the bands of the cohort of the view in the place of the heat map's limits.

    Rows are those of the heat map's first row; a share that is not shown, one of fewer schools than
    the page of dynamics asks for a verdict, and a full count have none.
    """
    words = Words(view.language)
    limits = [_limits(row, view) for row in rows.to_dict("records")]
    found = rows.assign(low=[low for low, _ in limits], high=[high for _, high in limits])
    said = [
        sentence(row, row["title"], words) if row["kind"] == "pupil_rate" else row["tooltip"]
        for row in found.assign(verdict="not_compared").to_dict("records")
    ]
    return found.assign(tooltip=said)


def _limits(row: dict, view: HeatmapView) -> tuple[float, float]:
    if row["kind"] != "pupil_rate" or row["share"] != row["share"]:
        return NONE, NONE
    shared = of(DynamicsView, view)
    asked = DynamicsView(
        shared.region,
        shared.year,
        shared.first_year,
        cohort=view.cohort,
        indicator=row["indicator"],
        schools=view.schools,
    )
    year = int(row["year"])
    n = numbers(asked)
    if year not in n.years or row["schools"] < setting("verdict_schools", view.region):
        return NONE, NONE
    [limits] = lines.band(asked, (year,))
    return limits
