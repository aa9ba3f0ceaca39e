"""Write a table of rows twice over: as plain HTML on the page, and as the columns of its files.

The HTML twin prints, is read by screen readers and has no menus of its own.
"""

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
from markupsafe import Markup

from components.base import markup
from components.base.i18n import Words
from components.base.load import keep
from components.base.school_link import school_link
from components.downloads import FileColumn
from queries.view import View

Columns = tuple[tuple[str, str], ...]
"""Key and kind of each column, the first a name.

Kinds: text, integer, decimal, percent, date, year; school, mentee, mentor: the name of the school
whose code the row has as school_id, mentee_id, mentor_id, on the page a link to its card.
"""

LONG = 48
"""Letters of a name that a cell shows on one line; nearly every municipality has fewer."""

SCHOOLS = {"school": "school_id", "mentee": "mentee_id", "mentor": "mentor_id"}
"""Where the code stands of a school that a column names."""


def html(rows: pd.DataFrame, columns: Columns, view: View, section: str, look: str = "") -> Markup:
    """Write rows as a table; titles are the texts of `section`, nothing is cut."""
    words = Words(view.language)
    titles = [title(key, words, section) for key, _ in columns]
    lines = zip(*said(rows, columns, view), strict=True)
    return written(titles, lines, f"numbers wide {look}".rstrip(), columns=columns)


def said(rows: pd.DataFrame, columns: Columns, view: View) -> list[list[str]]:
    """Write the cells of each column as a table has them."""
    words = Words(view.language)
    return [_said(rows, key, kind, view, words) for key, kind in columns]


def of_view(
    make: Callable[..., pd.DataFrame],
    columns: Columns,
    view: View,
    section: str,
    look: str = "",
    of: tuple[str, ...] = (),
) -> Markup:
    """Write the rows that `make` gives of a view in its language; nothing if there are none.

    `of`: what `make` takes after the view, such as which of its tables.
    """
    rows = keep(make, view, *of)
    return html(rows, columns, view, section, look) if len(rows) else Markup()


def _said(rows: pd.DataFrame, key: str, kind: str, view: View, words: Words) -> list[str]:
    said = [cell(value, kind, words) for value in rows[key].to_numpy(object).tolist()]
    if kind not in SCHOOLS:
        return said
    codes = rows[SCHOOLS[kind]].to_numpy(object).tolist()
    return [
        name if pd.isna(code) or not code else school_link(str(code), name, view)
        for code, name in zip(codes, said, strict=True)
    ]


def written(
    titles: Iterable[str],
    lines: Iterable[Sequence[object]],
    classes: str,
    headed: bool = True,
    columns: Columns = (),
    name: str = "",
    fixed: int = 0,
) -> Markup:
    """Write titles and lines of ready words as a table.

    `headed`: the first word of a line is its heading, which stands on one line unless it is long.
    A table with `columns` or a `name` can be arranged by the reader; links name it by its first
    column, and its columns by their keys or places. The first `fixed` lines stay on top.
    """
    of_sentences = "wide" in classes.split()
    lines = [
        [roomy(cell, of_sentences and number > 0) for number, cell in enumerate(line)]
        for line in lines
    ]
    return markup.written(
        "shell/table.html",
        titles=list(titles),
        lines=lines,
        classes=classes,
        headed=headed,
        columns=[(key, "name" if kind in SCHOOLS else kind) for key, kind in columns],
        fixed=fixed,
        name=name or (columns[0][0] if columns else ""),
    )


def roomy(cell: object, wraps: bool = False) -> object:
    """Let a long name take as many lines as it needs, where cells keep to one.

    `wraps`: the cell breaks between words as it is, and has only to break a word without end.
    """
    text = cell.striptags() if isinstance(cell, Markup) else cell
    if not isinstance(text, str) or len(text) <= LONG:
        return cell
    if wraps and max(map(len, text.split())) <= LONG:
        return cell
    return markup.written("shell/long_name.html", name=cell)


def file_columns(columns: Columns, words: Words, section: str) -> tuple[FileColumn, ...]:
    """Name the columns of the files of the same rows; years have no separators there."""
    return tuple(
        FileColumn(key, title(key, words, section), _KINDS.get(kind, kind))  # type: ignore[arg-type]
        for key, kind in columns
    )


def title(key: str, words: Words, section: str) -> str:
    """Name a column in the reader's language."""
    return words(f"{section}.column_{key}")


def cell(value: object, kind: str, words: Words) -> str:
    """Write one cell; what is missing is a dash, never a zero."""
    if pd.isna(value):
        return "—"
    if kind == "date":
        return words.short_day(pd.Timestamp(value).date())
    if kind == "year":
        return str(int(value))  # type: ignore[call-overload]
    if kind == "text" or kind in SCHOOLS:
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if kind == "percent":
        return words.percent(number)
    return words.number(number, 1 if kind == "decimal" else 0)


_KINDS = {"year": "integer", **dict.fromkeys(SCHOOLS, "text")}
