"""Write the table twin of each chart of the page, and offer the same rows as files."""

from collections.abc import Callable, Iterable
from functools import partial

import pandas as pd

from components import downloads_menu
from components.choices import indicator
from components.downloads import FileColumn
from components.downloads_menu import Offer
from components.dynamics import changes, lines, places
from components.dynamics.groups import by_cohort
from components.dynamics.numbers import numbers
from components.i18n import Words
from components.load import keep
from components.markup import escaped
from components.page import Page
from queries.view import View

COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "lines": (
        ("group", "text"),
        ("year", "integer"),
        ("counted_schools", "integer"),
        ("participants", "integer"),
        ("below", "integer"),
        ("share", "percent"),
    ),
    "three": (("amount", "text"), ("points", "decimal"), ("from", "decimal"), ("to", "decimal")),
    "panel": (("amount", "text"), ("counted_schools", "integer"), ("points", "decimal")),
    "places": (
        ("name", "text"),
        ("year", "integer"),
        ("touched", "integer"),
        ("participants", "integer"),
        ("share", "percent"),
        ("trend", "text"),
    ),
    "funnel": (
        ("name", "text"),
        ("participants", "integer"),
        ("share", "percent"),
        ("limit_low", "percent"),
        ("limit_high", "percent"),
        ("place", "text"),
    ),
    "comparison": (
        ("amount", "text"),
        ("points", "decimal"),
        ("from", "decimal"),
        ("to", "decimal"),
    ),
}
YEARS = ("year",)
"""Whole numbers that are written without a separator."""
FILTERS = ("region", "year", "cohort", "indicator", "subject", "schools")


def rows(view: View, table: str) -> pd.DataFrame:
    """Give the rows of a table, by the keys of its columns; sorted as they are read."""
    words = Words(view.language)
    made: dict[str, Callable[[], pd.DataFrame]] = {
        "lines": lambda: _lines(view, words),
        "three": lambda: _amounts(changes.three(view)),
        "panel": lambda: _amounts(changes.parts(view)),
        "places": lambda: places.series(view),
        "funnel": lambda: _funnel(view, words),
        "comparison": lambda: _amounts(changes.difference(view)),
    }
    return made[table]()


def html(view: View, table: str) -> str:
    """Write a table of the page in the words and numbers of the reader's language."""
    words, found = Words(view.language), keep(rows, view, table)
    if found.empty:
        return ""
    if table == "places":
        return _by_year(found, words)
    titles = [words(f"column.{key}") for key, _ in COLUMNS[table]]
    lines_of = (
        [_cell(row[key], key, kind, words) for key, kind in COLUMNS[table]]
        for row in found.to_dict("records")
    )
    return _html(titles, lines_of)


def _by_year(found: pd.DataFrame, words: Words) -> str:
    """Set a municipality's years side by side, with the sign of its trend."""
    years = sorted(found["year"].unique())
    titles = [words("column.name"), words("column.touched"), *map(str, years)]
    said = found.set_index(["oktmo", "year"])["said"]
    lines_of = (
        [
            f"{places.SIGNS[row['word']]} {row['name']}",
            words.number(row["touched"]),
            *(said.get((row["oktmo"], year), "—") for year in years),
        ]
        for row in found.drop_duplicates("oktmo").to_dict("records")
    )
    return _html(titles, lines_of)


def _html(titles: list[str], lines_of: Iterable[list[str]]) -> str:
    head = "".join(f"<th>{escaped(title)}</th>" for title in titles)
    body = "".join(
        f'<tr><th scope="row">{escaped(first)}</th>'
        f"{''.join(f'<td>{escaped(cell)}</td>' for cell in rest)}</tr>"
        for first, *rest in lines_of
    )
    inner = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<table class="numbers dynamics">{inner}</table>'


def files(page: Page, table: str) -> None:
    """Offer the rows of a table of the page as files."""
    view, words = page.view, page.words
    found = keep(rows, view, table)
    if found.empty:
        return
    columns = tuple(
        FileColumn(key, words(f"column.{key}"), kind)  # type: ignore[arg-type]
        for key, kind in COLUMNS[table]
    )
    title = f"{words('dynamics.title')} · {words(f'dynamics.table_{table}')}"
    made = partial(keep, rows, view, table)
    said = partial(_definitions, view, words)
    offer = Offer(f"dynamics_{table}", title, len(found), made, columns, said, FILTERS)
    downloads_menu.draw(page, offer)


def _definitions(view: View, words: Words) -> tuple[tuple[str, str], ...]:
    card = indicator(view.indicator)
    return ((words.pick(card, "short"), words.pick(card, "definition")),)


def _lines(view: View, words: Words) -> pd.DataFrame:
    cohort = numbers(view).cohort
    found = by_cohort(view)
    order = found["entry_year"].map({0: 9999, cohort: 0}).fillna(found["entry_year"])
    group = [lines.group(entry, words) for entry in found["entry_year"]]
    found = found.assign(group=group, order=order, counted_schools=found["schools"])
    return found.sort_values(["order", "year"], ignore_index=True)


def _amounts(found: pd.DataFrame) -> pd.DataFrame:
    names = {"label": "amount", "value": "points", "low": "from", "high": "to"}
    return found.rename(columns=names | {"schools": "counted_schools"})


def _funnel(view: View, words: Words) -> pd.DataFrame:
    found = places.points(view).sort_values("participants", ascending=False, ignore_index=True)
    place = [words(f"dynamics.place_{place}") for place in found["place"]]
    ends = {"limit_low": found["outer_low"], "limit_high": found["outer_high"]}
    return found.assign(**ends, place=place)


def _cell(value: object, key: str, kind: str, words: Words) -> str:
    """Write one cell; what is hidden says so where a share should stand, and nothing elsewhere."""
    if kind == "text":
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if number != number:
        return words("state.suppressed") if kind == "percent" else "—"
    if key in YEARS:
        return str(int(number))
    if kind == "percent":
        return words.percent(number)
    return words.number(number, 0 if kind == "integer" else 1)
