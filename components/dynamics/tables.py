"""Write the table twin of each chart of the page, and offer the same rows as files."""

from functools import partial

import pandas as pd
from markupsafe import Markup

from components.base.choices import indicator
from components.base.i18n import Words
from components.base.load import keep
from components.base.records import records
from components.base.school_link import school_link
from components.downloads import FileColumn
from components.dynamics import places, schools
from components.dynamics.choice import DynamicsView
from components.dynamics.levels import kind
from components.dynamics.numbers import numbers
from components.dynamics.rows import COLUMNS, rows
from components.shell import tables
from components.shell.downloads_menu import Offer

YEARS = ("year", "school_entry_year")
"""Whole numbers that are written without a separator."""
HIDDEN = ("trend_changes", "mean_score", "points")
"""Numbers that are missing only where too few results may be shown."""
BY_YEAR = {
    "places": ("oktmo", ("name", "touched")),
    "schools": ("school_id", ("school_name", "school_municipality", "school_entry_year")),
}
"""Tables with a column a year: what a row is of, and the columns before the years."""
FILTERS = ("region", "year", "cohort", "indicator", "subject", "schools")
FOLLOWED = ("lines", "three", "panel")
"""Tables of shares of cohorts, whose schools may be held to those that stayed."""

MEAN_FILTERS = ("region", "year", "cohort", "subject", "schools")
"""An indicator is named for its share below the threshold; its mean is named by a definition."""


def html(view: DynamicsView, table: str) -> Markup:
    """Write a table of the page in the words and numbers of the reader's language."""
    words, found = Words(view.language), keep(rows, view, table)
    if found.empty:
        return Markup()
    if table in BY_YEAR:
        return _by_year(found, table, view)
    titles = [words(f"column.{key}") for key, _ in COLUMNS[table]]
    lines_of = (
        [_cell(row[key], key, kind, words) for key, kind in COLUMNS[table]]
        for row in records(found)
    )
    return tables.written(titles, lines_of, "numbers dynamics", name=table)


def _by_year(found: pd.DataFrame, table: str, view: DynamicsView) -> Markup:
    """Set the years of a municipality or a school side by side.

    Its sign and its slope stand there if any has a verdict: a column of refusals tells nothing.
    """
    words, (group, about) = Words(view.language), BY_YEAR[table]
    kinds, judged = dict(COLUMNS[table]), found["word"].ne("unknown").any()
    slope = ("slope",) if judged else ()
    years = sorted(int(year) for year in found["year"].dropna().unique())
    share = found.set_index([group, "year"])["share"]
    titles = [*(f"column.{key}" for key in about), *(f"column.{key}" for key in slope)]
    heads = [words(title) for title in titles]
    heads[len(about) : len(about)] = map(str, years)
    lines_of = []
    for row in records(found.drop_duplicates(group)):
        name, *rest = (_cell(row[key], key, kinds[key], words) for key in about)
        signed = f"{places.SIGNS[row['word']]} {name}" if judged else name
        if group == "school_id":
            signed = school_link(row[group], signed, view)
        shares = (_of_year(share.get((row[group], year)), words) for year in years)
        slopes = (_cell(row[key], key, kinds[key], words) for key in slope)
        lines_of.append([signed, *rest, *shares, *slopes])
    return tables.written(heads, lines_of, "numbers dynamics", name=table)


def _of_year(share: float | None, words: Words) -> str:
    """Write the share of a year: a year without results has none, a hidden one says so."""
    return "—" if share is None else _cell(share, "share", "percent", words)


def offered(view: DynamicsView, table: str) -> Offer:
    """Give the rows of a table of the page as they leave."""
    words = Words(view.language)
    found = keep(rows, view, table)
    columns = tuple(
        FileColumn(key, words(f"column.{key}"), kind)  # type: ignore[arg-type]
        for key, kind in COLUMNS[table]
    )
    title = f"{words('dynamics.title')} · {words(f'dynamics.table_{table}')}{_about(view, table)}"
    filters = {"schools": ("municipality", *FILTERS), "means": MEAN_FILTERS}
    made = partial(keep, rows, view, table)
    said = partial(_definitions, view, words)
    narrowing = filters.get(table, FILTERS)
    own = ("panel",) if table in FOLLOWED else ()
    return Offer(f"dynamics_{table}", title, len(found), made, columns, said, narrowing, own)


def _about(view: DynamicsView, table: str) -> str:
    """Name in a file's title whose rows it has, where its filters alone do not tell."""
    if table not in ("schools", "three", "comparison"):
        return ""
    words, n = Words(view.language), numbers(view)
    cohort = words("page.cohort", year=n.cohort)
    about = {
        "schools": schools.whose(view, words),
        "three": f"{cohort}, {n.base}–{n.last}",
        "comparison": cohort,
    }
    return f" · {about[table]}"


def _definitions(view: DynamicsView, words: Words) -> tuple[tuple[str, str], ...]:
    card = indicator(view.indicator)
    if kind(view) == "means":
        procedure = words(f"procedure.{card['procedure']}")
        mean = words("dynamics.mean_of", procedure=procedure)
        return ((mean, words("dynamics.mean_definition")),)
    return ((words.pick(card, "short"), words.pick(card, "definition")),)


def _cell(value: object, key: str, kind: str, words: Words) -> str:
    """Write one cell; what is hidden says so where a share should stand, and nothing elsewhere."""
    if kind == "text":
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if number != number:
        return words("state.suppressed") if kind == "percent" or key in HIDDEN else "—"
    if key in YEARS:
        return str(int(number))
    if kind == "percent":
        return words.percent(number)
    return words.number(number, 0 if kind == "integer" else 1)
