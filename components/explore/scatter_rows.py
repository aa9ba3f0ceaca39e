"""Make the rows of the plot's table: on the page, in files, on slides."""

import pandas as pd
from markupsafe import Markup

from components.base.i18n import Words
from components.base.school_link import school_link
from components.downloads import FileColumn
from components.downloads.columns import Kind
from components.explore import axes, scatter_sentences
from components.explore.choice import ExploreView
from components.explore.scatter import asked_of, chosen_rows, quarter_of, scatter
from components.shell import tables

MOST = 200
"""Points that the table on the page names; files have all."""


def rows(view: ExploreView) -> pd.DataFrame:
    """One row per chosen point, or of every one if none was chosen, with the word of its quarter.

    Sorted by the number up the plot, the greatest first.
    """
    found, words = scatter(view), Words(view.language)
    every = found.points.rows.assign(quarter=quarter_of(found))
    if view.quarter or view.caught:
        every = every[every["code"].isin(chosen_rows(view)["code"])]
    said = [words(f"view.quarter_{name}") for name in every["quarter"]]
    every = every.assign(quarter_word=said)
    return every.sort_values(["up", "across", "name"], ascending=False, ignore_index=True)


def columns(view: ExploreView) -> tuple[FileColumn, ...]:
    """Name the columns of the files by the numbers that were chosen."""
    words = Words(view.language)
    own = [FileColumn("name", words(f"scatter.column_{view.dots}"), "text")]
    if view.dots == "school":
        own.append(FileColumn("municipality", words("explore.column_municipality"), "text"))
    own += [
        FileColumn(role, axes.named(code, words), _kind(code))
        for role, code in asked_of(view).items()
    ]
    own.append(FileColumn("quarter_word", words("view.quarter"), "text"))
    if view.dots != "cohort":
        own.append(FileColumn("code", words(f"scatter.code_{view.dots}"), "text"))
    return tuple(own)


def _kind(code: str) -> Kind:
    return "integer" if code in axes.FLAGS else axes.kind(code)


def html(view: ExploreView) -> Markup:
    """Write the table of the page: at most MOST points, names of schools lead to their cards."""
    words, found = Words(view.language), rows(view).head(MOST)
    roles = asked_of(view)
    titles = [words(f"scatter.column_{view.dots}"), *(axes.named(c, words) for c in roles.values())]
    lines = []
    for row in found.to_dict("records"):
        name = school_link(row["code"], row["name"], view) if view.dots == "school" else row["name"]
        said = [scatter_sentences.cell(row[role], code, words) for role, code in roles.items()]
        lines.append([name, *said])
    return tables.written(titles, lines, "numbers wide", name="points") if lines else Markup()
