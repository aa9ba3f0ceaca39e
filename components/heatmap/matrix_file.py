"""Set the rows of a heat map wide, as its matrix stands on the page: a line per municipality."""

import pandas as pd

from components.base.i18n import Words
from components.downloads import FileColumn, Sheet

NUMBERS = {
    "numerator": "integer",
    "denominator": "integer",
    "share": "percent",
    "value": "decimal",
}
"""What stands of each column of the matrix, as far as it has any."""


def matrix(rows: pd.DataFrame, titles: dict[str, str], words: Words) -> Sheet:
    """Give one line per municipality in the order of `rows`, with the numbers of each column.

    `rows`: one per municipality and column of the heat map, with the keys of its file.
    """
    wide = rows.drop_duplicates("oktmo").set_index("oktmo")[["name"]]
    columns = [_named("oktmo", words), _named("name", words)]
    for code, title in titles.items():
        of_column = rows[rows["column"].eq(code)].set_index("oktmo")
        for number, kind in NUMBERS.items():
            if of_column[number].notna().any():
                key = f"{code}_{number}"
                wide[key] = of_column[number]
                heading = f"{title}: {words(f'column.{number}')}"
                columns.append(FileColumn(key, heading, kind))  # type: ignore[arg-type]
    title = words("files.matrix")
    return Sheet("matrix", title, wide.reset_index(), tuple(columns))


def _named(key: str, words: Words) -> FileColumn:
    return FileColumn(key, words(f"column.{key}"), "text")
